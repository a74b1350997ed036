using Diffusion.Sampling;
using Diffusion.Training;

namespace Diffusion.Recipes.Quality;

/// <summary>How good the last epoch's sprites are, where the sampler may take its time.</summary>
internal static class FinalTable
{
    private const int Samples = 2000;

    public static PlannedTable Plan(QualityRequest request)
    {
        int samples = request.SamplesOr(Samples);
        return new PlannedTable(
            "Sprites of the last epoch",
            $"Fréchet distance of {samples} generated sprites to {Judge.ReferenceCount} held-out ones, in the features of the shipped "
            + "classifier. Clamped is what Ho et al. published: each x̂₀ is brought back into the pixels' range, −1 to 1.",
            samples,
            [Row(250, false), Row(500, false), Row(500, true)]);

        PlannedRow Row(int steps, bool clamped) => UnetRow.Plan(request, SamplerTable.Weights,
            new AncestralSampler(SpriteRecipe.Schedule) { Steps = steps },
            SamplerTable.Ddpm + (clamped ? ", x̂₀ clamped" : ""), samples, clamped);
    }
}
