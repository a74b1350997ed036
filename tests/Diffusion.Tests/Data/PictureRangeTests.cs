using Diffusion.Data;
using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Data;

/// <summary>Pictures and points of another type or range than the networks take, at every door.</summary>
public sealed class PictureRangeTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(20);

    private readonly Tensor _bytes = randint(0, 256, [4, 3, 16, 16], dtype: ScalarType.Byte, generator: new Generator(1));

    public static TheoryData<string> Doors => ["trainer", "classifier", "features"];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Pictures_AsBytes_AreRefusedWithTheCallThatMakesThemRight(string door)
    {
        Refused(door, _bytes, "these are bytes. ImageSet.Images() gives that, and so does .to(ScalarType.Float32) / 127.5f - 1.");
        Open(door, (_bytes.to(ScalarType.Float32) / 127.5f) - 1);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void Pictures_AsFloatsFrom0To255_AreRefusedWithTheCallThatMakesThemRight(string door)
    {
        _bytes[0, 0, 0, 0] = tensor((byte)255);
        _bytes[0, 0, 0, 1] = tensor((byte)0);
        Refused(door, _bytes.to(ScalarType.Float32), "these reach from 0 to 255. Of numbers from 0 to 255, ImageSet.Images() gives that, and so does x / 127.5f - 1.");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void Pictures_AsDoubles_AreRefused(string door)
        => Refused(door, (_bytes.to(ScalarType.Float64) / 127.5) - 1, "must be float32, not Float64; convert with .to(ScalarType.Float32)");

    [Fact]
    public void Pictures_BeyondTheRange_AreRefusedForTrainingAndTakenAsSamples()
    {
        var wide = randn([4, 3, 16, 16], generator: new Generator(2)) * 2;
        Refused("trainer", wide, "clamp them with .clamp(-1, 1)");
        Open("features", wide);
    }

    // Each remedy is taken at its word.
    [Theory]
    [InlineData(3, 20, 20, "Build it with height: 20")]
    [InlineData(3, 18, 18, "ImageSet.Padded(4) pads them to 20×20; build it with height: 20")]
    [InlineData(3, 28, 20, "size: 16) crops pictures to squares of this size")]
    [InlineData(1, 16, 16, "Build it with channels: 1")]
    public void Pictures_OfAnotherSize_AreRefusedWithWhatMakesThemFit(int channels, int height, int width, string remedy)
    {
        var set = new ImageSet(zeros([4, channels, height, width], dtype: ScalarType.Byte), zeros(4, dtype: ScalarType.Int64), ["a"]);
        foreach (var door in new[] { "trainer", "classifier", "features" }) Refused(door, set.Images(), remedy);
        if (height != width) return;
        var padded = set.Padded(4);
        using var generator = new Generator(1);
        var side = (int)padded.Pixels.shape[2];
        new Trainer(new ContextUnet(channels, 8, 2, side, generator: generator), Schedule, padded.Images(), null, generator, SpriteRecipe.Options).Dispose();
        using var classifier = new SpriteClassifier(channels, 2, side, generator: generator);
        using var trainer = new ClassifierTrainer(classifier, padded.Images(), padded.Labels, generator);
    }

    [Theory]
    [InlineData(3, 20, "ImageSet.Padded(8) pads them, and ImageFolder.Load(path, size: 24) crops and scales them")]
    [InlineData(1, 24, "Build it with channels: 1")]
    public void Pictures_OfASizeThatAttentionCannotHalve_AreRefusedWithWhatMakesThemFit(int channels, int side, string remedy)
    {
        var set = new ImageSet(zeros([2, channels, side, side], dtype: ScalarType.Byte), zeros(2, dtype: ScalarType.Int64), ["a"]);
        using var generator = new Generator(1);
        var error = Assert.Throws<ArgumentException>(() => new Trainer(new AttentionUnet(width: 4, generator: generator), Schedule, set.Images(), null, generator, DdpmRecipe.Options));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        new Trainer(new AttentionUnet(channels, width: 4, generator: generator), Schedule, set.Padded(8).Images(), null, generator, DdpmRecipe.Options).Dispose();
    }

    [Fact]
    public void Points_AsDoubles_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new Trainer(new StepEmbeddingMlp(20), Schedule, zeros([4, 2], dtype: ScalarType.Float64), new Generator(1), DemoRecipe.Options));
        Assert.Contains("Data must be float32, not Float64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_FromBytes_IsRefused()
    {
        var sampler = new DdimSampler(Schedule) { Steps = 2 };
        var error = Assert.Throws<ArgumentException>(() => sampler.Sample((xt, t) => xt, zeros([2, 2], dtype: ScalarType.Byte), new Generator(1)));
        Assert.Contains("x_T must be floating-point numbers, not Byte", error.Message, StringComparison.Ordinal);
    }

    private static void Refused(string door, Tensor pictures, string problem)
        => Assert.Contains(problem, Assert.Throws<ArgumentException>(() => Open(door, pictures)).Message, StringComparison.Ordinal);

    private static void Open(string door, Tensor pictures)
    {
        using var generator = new Generator(1);
        switch (door)
        {
            case "trainer":
                new Trainer(new ContextUnet(3, 8, 2, 16, generator: generator), Schedule, pictures, null, generator, SpriteRecipe.Options).Dispose();
                break;
            case "classifier":
                using (var model = new SpriteClassifier(generator: generator))
                    _ = new ClassifierTrainer(model, pictures, zeros(4, dtype: ScalarType.Int64), generator);
                break;
            default:
                using (var model = new SpriteClassifier(generator: generator))
                    model.Features(pictures).Dispose();
                break;
        }
    }
}
