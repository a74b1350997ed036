using Diffusion.Acceleration;
using Diffusion.Models;
using Diffusion.Schedules;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Acceleration;

public sealed class AcceleratorsTests
{
    /// <summary>The network that <see cref="Known"/> knows; all it gives are its bias's numbers.</summary>
    private sealed class Constant : NoiseModel
    {
        private readonly TorchSharp.Modules.Parameter bias = new(zeros(2));

        public Constant() : base(nameof(Constant)) => RegisterComponents();

        public override Tensor forward(Tensor xt, Tensor t) => bias.expand_as(xt);
    }

    /// <summary>Answers for <see cref="Constant"/>, tells what it was asked, and gives numbers that show who computed.</summary>
    private sealed class Known : IAccelerator, IEvaluation, ITrainingPass
    {
        public List<string> Asked { get; } = [];

        public bool Declines { get; set; }

        public IEvaluation? Evaluate(nn.Module network) => network is Constant ? this : null;

        public ITrainingPass? Train(nn.Module network, int batch) => network is Constant ? this : null;

        public Tensor? Attend(Tensor qkv, int heads) => null;

        public void TakeWeights() => Asked.Add("weights");

        public Tensor? Run(Tensor x, Tensor time, Tensor? context)
        {
            Asked.Add($"run at {time.item<long>()}");
            return Declines ? null : full_like(x, 7);
        }

        public double? LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor target, Tensor? weights = null) => Declines ? null : 42;

        public bool MoveStatistics(Tensor xt, Tensor time, Tensor? context) => true;

        public void Dispose() => Asked.Add("dispose");
    }

    [Fact]
    public void PredictNoise_OfANetworkThatAnAcceleratorKnows_IsItsAnswerUnlessItDeclinesOrIsOff()
    {
        var known = new Known();
        Accelerators.Register(known);
        using var scope = NewDisposeScope();
        using (var model = new Constant())
        {
            var x = zeros(3, 2);
            Near.Equal(full([3, 2], 7f), model.PredictNoise(x, 5), 0);
            Assert.Equal(["weights", "run at 5"], known.Asked);
            using (Accelerators.Off()) Near.Equal(x, model.PredictNoise(x, 5), 0);
            Assert.Equal(2, known.Asked.Count);
            known.Declines = true;
            Near.Equal(x, model.PredictNoise(x, 6), 0);
            Assert.Equal("run at 6", known.Asked[^1]);
            known.Declines = false;
            Assert.Equal([42, 42], Losses(model));
            known.Declines = true;
            Assert.All(Losses(model), loss => Assert.InRange(loss, 0.1, 10));
        }
        Assert.Equal("dispose", known.Asked[^1]);
    }

    private static List<double> Losses(NoiseModel model)
    {
        using var generator = new Generator(1);
        var data = randn(20, 2, generator: generator);
        using var trainer = new Trainer(model, NoiseSchedule.Linear(10), data, generator, new() { Steps = 2, BatchSize = 8 });
        return [.. trainer.Run().Select(step => step.Loss)];
    }
}
