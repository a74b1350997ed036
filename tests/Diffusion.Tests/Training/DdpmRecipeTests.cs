using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Training;

public class DdpmRecipeTests
{
    [Fact]
    public void Schedule_OfTheRecipe_IsThePapers()
    {
        Assert.Equal(1000, DdpmRecipe.Schedule.T);
        Near.Equal(Golden.Numbers("schedules", "linear_1000", "alpha_bar"), [.. DdpmRecipe.Schedule.AlphaBar], 1e-12);
    }

    // The published loop draws t from 1..T−1 of a table that starts at 0, so that the cleanest step is never learned.
    [Fact]
    public void Draw_OfManySteps_HoldsTheFirstAndTheLast()
    {
        using var generator = new Generator(1);
        var draw = new NoisyDraw(DdpmRecipe.Schedule, generator, CPU);
        var t = draw.Perturb(zeros(30_000, 1)).T;
        Assert.Equal(1, t.min().item<long>());
        Assert.Equal(1000, t.max().item<long>());
    }

    [Fact]
    public void Run_OverPictures_LowersTheLoss()
    {
        using Generator generator = new(1), random = new(2);
        var colours = rand([12, 3, 1, 1], generator: generator) * 2 - 1;
        using var trainer = new Trainer(DdpmRecipe.Model(generator, width: 8), DdpmRecipe.Schedule, colours.expand(12, 3, 8, 8).contiguous(),
            null, random, DdpmRecipe.Options with { Epochs = 30, BatchSize = 4 });
        _ = trainer.Run().Count();
        Assert.True(trainer.EpochLosses.TakeLast(5).Average() < 0.7 * trainer.EpochLosses[0], string.Join(" ", trainer.EpochLosses));
    }
}
