using Diffusion.Sampling;
using Diffusion.Training;

namespace Diffusion.Recipes.Quality;

/// <summary>How good the last epoch's sprites are, where the sampler may take its time.</summary>
internal static class FinalTable
{
    private const int Steps = 250, Samples = 2000;

    public static PlannedTable Plan(QualityRequest request)
    {
        int samples = request.SamplesOr(Samples);
        var sampler = new AncestralSampler(SpriteRecipe.Schedule) { Steps = Steps };
        return new PlannedTable(
            "Sprites of the last epoch",
            $"Fréchet distance of {samples} generated sprites to {Judge.ReferenceCount} held-out ones, in the features of the shipped "
            + $"classifier; DDPM in {Steps} steps.",
            samples,
            [UnetRow.Plan(request, SamplerTable.Weights, sampler, SamplerTable.Ddpm, samples)]);
    }
}
