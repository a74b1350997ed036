using Diffusion.Sampling;
using Diffusion.Schedules;
using Diffusion.Training;

namespace Diffusion.Recipes.Quality;

/// <summary>What more steps buy, sampler by sampler.</summary>
internal static class SamplerTable
{
    public const string Weights = "unconditional-31", Ddpm = "DDPM", Ddim = "DDIM", Dpm = "DPM-Solver++(2M)";
    public const int Samples = 500;
    private static readonly int[] Counts = [5, 10, 20, 25, 50, 100, 250, 500];

    public static PlannedTable Plan(QualityRequest request)
    {
        var samples = request.SamplesOr(Samples);
        var schedule = SpriteRecipe.Schedule;
        return new PlannedTable(
            "Sprites by sampler and number of steps",
            $"Fréchet distance of {samples} generated sprites to {Judge.ReferenceCount} held-out ones, in the features of the shipped "
            + "classifier. With fewer sprites every distance is larger, that of real ones too.",
            samples,
            [.. Counts.SelectMany(steps => (PlannedRow[])
            [
                UnetRow.Plan(request, Weights, new AncestralSampler(schedule) { Steps = steps }, Ddpm, samples),
                UnetRow.Plan(request, Weights, new AncestralSampler(schedule) { Steps = steps, Variance = ReverseVariance.Posterior },
                    "DDPM, variance β̃ (DDIM, η = 1)", samples),
                UnetRow.Plan(request, Weights, new DdimSampler(schedule) { Steps = steps }, Ddim, samples),
                UnetRow.Plan(request, Weights, new DpmSolverSampler(schedule) { Steps = steps }, Dpm, samples),
            ])]);
    }
}
