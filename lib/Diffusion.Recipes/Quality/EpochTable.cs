using Diffusion.Sampling;
using Diffusion.Training;

namespace Diffusion.Recipes.Quality;

/// <summary>How sprites get better from epoch to epoch.</summary>
internal static class EpochTable
{
    private const int Steps = 25, Samples = 2000;
    private static readonly int[] Epochs = [0, 4, 8, 31];

    public static PlannedTable Plan(QualityRequest request)
    {
        var samples = request.SamplesOr(Samples);
        var sampler = new DpmSolverSampler(SpriteRecipe.Schedule) { Steps = Steps };
        return new PlannedTable(
            "Sprites by epoch of training",
            $"Fréchet distance of {samples} generated sprites to {Judge.ReferenceCount} held-out ones, in the features of the shipped "
            + $"classifier; DPM-Solver++(2M) in {Steps} steps.",
            samples,
            [.. Epochs.Select(epoch =>
            {
                var row = UnetRow.Plan(request, $"unconditional-{epoch:00}", sampler, SamplerTable.Dpm, samples);
                return row with { Choices = new Dictionary<string, double>(row.Choices) { ["epoch"] = epoch } };
            })]);
    }
}
