using Diffusion.Sampling;
using Diffusion.Training;

namespace Diffusion.Recipes.Quality;

/// <summary>What is lost where the sampler adds no noise.</summary>
internal static class DiversityTable
{
    public static PlannedTable Plan(QualityRequest request)
    {
        // As many as in the table of samplers, which measures the first row too.
        var samples = request.SamplesOr(SamplerTable.Samples);
        var schedule = SpriteRecipe.Schedule;
        return new PlannedTable(
            "Sprites with the noise and without it",
            $"Diversity is the mean over all pairs of {samples} sprites of the root of the mean squared difference of their pixels, on the "
            + "scale from −1 to 1.",
            samples,
            [
                UnetRow.Plan(request, SamplerTable.Weights, new AncestralSampler(schedule) { Steps = schedule.T }, SamplerTable.Ddpm, samples),
                UnetRow.Plan(request, SamplerTable.Weights, new AncestralSampler(schedule) { AddsNoise = false }, "DDPM without its noise", samples),
            ]);
    }
}
