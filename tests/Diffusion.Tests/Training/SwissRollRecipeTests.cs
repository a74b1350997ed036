using Diffusion.Data;
using Diffusion.Metrics;
using Diffusion.Sampling;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Training;

public class SwissRollRecipeTests
{
    [Fact]
    public void Recipe_AtAFifthOfItsSteps_IsAlreadyBetterThanTheDemo()
    {
        using var generator = new Generator(0);
        var data = PointSets.SwissRoll(10_000, generator);
        using var model = SwissRollRecipe.Model(generator);
        using var trainer = new Trainer(model, SwissRollRecipe.Schedule, SwissRollRecipe.Options with { Steps = SwissRollRecipe.Options.Steps / 5 });
        foreach (var _ in trainer.Run(data, generator)) { }
        trainer.Ema.CopyToModel();
        var sample = new AncestralSampler(SwissRollRecipe.Schedule).Sample(model.PredictNoise, [10_000, 2], generator);
        double distance = SlicedWasserstein.Distance(sample, PointSets.SwissRoll(10_000, generator));
        Assert.True(distance < 0.08, $"SW2 is {distance:f4}; the demo's own recipe ends at 0.085 or more.");
    }

    [Fact]
    public void Schedule_AtItsEnd_IsNoise() => Assert.InRange(SwissRollRecipe.Schedule.AlphaBar[^1], 0, 0.005);
}
