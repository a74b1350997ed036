using Diffusion.Sampling;
using Diffusion.Training;

namespace Diffusion.Recipes.Quality;

/// <summary>How good the last epoch's sprites are, with enough of them to tell samplers apart.</summary>
internal static class FinalTable
{
    private const int Samples = 2000;

    public static PlannedTable Plan(QualityRequest request)
    {
        var samples = request.SamplesOr(Samples);
        var schedule = SpriteRecipe.Schedule;
        return new PlannedTable(
            "Sprites of the last epoch",
            $"Fréchet distance of {samples} generated sprites to {Judge.ReferenceCount} held-out ones, in the features of the shipped "
            + "classifier. Clamped is what Ho et al. published: each x̂₀ is brought back into the pixels' range, −1 to 1.",
            samples,
            [
                Row(SamplerTable.Ddim, new DdimSampler(schedule) { Steps = 25 }),
                Row(SamplerTable.Ddpm, Ancestral(25)),
                Row(SamplerTable.Ddpm, Ancestral(250)),
                Row(SamplerTable.Ddpm + ", x̂₀ clamped", Ancestral(250), clamped: true),
                Row(SamplerTable.Ddpm, Ancestral(500)),
            ]);

        AncestralSampler Ancestral(int steps) => new(schedule) { Steps = steps };

        PlannedRow Row(string name, Sampler sampler, bool clamped = false) =>
            UnetRow.Plan(request, SamplerTable.Weights, sampler, name, samples, clamped);
    }
}
