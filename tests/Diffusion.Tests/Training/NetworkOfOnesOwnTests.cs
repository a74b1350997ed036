using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using Diffusion.Storage;
using Diffusion.Tests.Storage;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Training;

/// <summary>A network that says no more than its <c>forward</c> is trained, averaged, saved, resumed and sampled like the library's own.</summary>
public sealed class NetworkOfOnesOwnTests : IDisposable
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(20, 0.005, 0.3);
    private static readonly TrainingOptions Options = new() { Epochs = 4, BatchSize = 4, EmaDecay = 0.9 };
    private readonly TemporaryFolder _folder = new();

    /// <summary>Two convolutions with running statistics between; time and class as further colours.</summary>
    private sealed class Own : ImageModel
    {
        private readonly nn.Module<Tensor, Tensor> layers;

        public Own(int classes = 0) : base(nameof(Own))
        {
            ContextSize = classes;
            layers = nn.Sequential(nn.Conv2d(3 + classes, 8, 3, 1, 1), nn.BatchNorm2d(8), nn.SiLU(), nn.Conv2d(8, 2, 3, 1, 1));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x, Tensor time, Tensor? context = null)
        {
            Require(x, time, context);
            var told = context is null ? zeros(1, ContextSize) : context;
            Tensor Everywhere(Tensor each) => each.unsqueeze(-1).unsqueeze(-1).expand(x.shape[0], each.shape[1], x.shape[2], x.shape[3]);
            return layers.call(cat([x, Everywhere(time.view(-1, 1)), Everywhere(told)], 1));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static Tensor Images => rand([10, 2, 8, 8], generator: new Generator(5)) - 0.5;

    private static Tensor Contexts => nn.functional.one_hot(arange(10, dtype: ScalarType.Int64).remainder(3), 3).to(ScalarType.Float32);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Training_StoppedAndResumed_GoesOnBitForBit(int classes)
    {
        using Generator first = new(1), second = new(1), third = new(9);
        Trainer Make(Own network, Generator random) => new(network, Schedule, Images, classes == 0 ? null : Contexts, random, Options);
        using Own one = new(classes), other = new(classes), another = new(classes);
        SafetensorsFile.Save(_folder.File("start.safetensors"), one.state_dict());
        ModuleWeights.LoadWeights(other, _folder.File("start.safetensors"));
        using Trainer whole = Make(one, first), stopped = Make(other, second), resumed = Make(another, third);
        Assert.Equal(12, whole.Run().Count());
        Assert.Equal(7, stopped.Run().Take(7).Count());
        stopped.SaveState(_folder.File("state.safetensors"));
        resumed.LoadState(_folder.File("state.safetensors"));
        Assert.Equal(5, resumed.Run().Count());
        whole.CopyAverageToModel();
        resumed.CopyAverageToModel();
        var state = another.state_dict();
        Assert.All(one.state_dict(), pair => Near.Equal(pair.Value, state[pair.Key], 0));
    }

    [Fact]
    public void Predictor_ByDefault_IsForwardInEvalModeAndLeavesTheModeAlone()
    {
        using var scope = NewDisposeScope();
        using var network = new Own(3);
        network.train();
        for (var i = 0; i < 3; i++) network.call(Images * 2, ones(1), null);
        var context = tensor(new float[] { 0, 1, 0 }, 1, 3);
        var guess = network.Predictor(Schedule, context, PredictionTarget.Image)(Images, 8);
        Assert.True(network.training);
        network.eval();
        Near.Equal(Schedule.EpsOf(PredictionTarget.Image, Images, network.call(Images, full(1, 0.4f), context), 8).detach(), guess, 1e-6);
        Assert.False(guess.requires_grad);
        using var generator = new Generator(2);
        Assert.Equal([4, 2, 8, 8], new DdimSampler(Schedule) { Steps = 5 }.Sample(network.Predictor(Schedule), [4, 2, 8, 8], generator).shape);
    }

    [Fact]
    public void Network_OfWhatDoesNotFit_SaysWhat()
    {
        using var network = new Own();
        using var generator = new Generator(1);
        void Refused(string word, Action act) => Assert.Contains(word, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
        Refused("without contexts", () => network.Predictor(Schedule, zeros(1, 3)));
        Refused("[10, 3]", () => new Trainer(network, Schedule, Images, Contexts, generator, Options).Dispose());
        Refused("one number for each", () => network.call(Images, ones(3), null));
    }
}
