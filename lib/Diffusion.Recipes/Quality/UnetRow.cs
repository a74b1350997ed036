using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Training;

namespace Diffusion.Recipes.Quality;

/// <summary>Rows about sprites generated without a context.</summary>
internal static class UnetRow
{
    /// <param name="request">Folder, seed.</param>
    /// <param name="weights">The name of the weights, such as unconditional-31.</param>
    /// <param name="sampler">The sampler.</param>
    /// <param name="name">The sampler in words.</param>
    /// <param name="samples">How many sprites are generated.</param>
    /// <param name="clamped">Whether each x̂₀ is brought back into −1 to 1.</param>
    public static PlannedRow Plan(
        QualityRequest request, string weights, Sampler sampler, string name, int samples, bool clamped = false)
    {
        var path = Path.Combine(request.Weights, $"{weights}.safetensors");
        var steps = sampler.Steps ?? SpriteRecipe.Schedule.T;
        return new PlannedRow
        {
            Labels = new Dictionary<string, string> { ["sampler"] = name },
            Choices = new Dictionary<string, double> { ["steps"] = steps, ["samples"] = samples },
            Weights = path,
            Work = (double)steps * samples,
            Generate = cancellation =>
            {
                using var unet = Load(path, weights);
                var predictor = unet.Predictor(SpriteRecipe.Schedule);
                if (clamped) predictor = predictor.Clamped(SpriteRecipe.Schedule);
                return Generation.Images(sampler, [(predictor, samples)], request.Seed, cancellation);
            },
        };
    }

    public static ContextUnet Load(string path, string weights)
    {
        var unet = new ContextUnet();
        unet.LoadWeights(WeightsFile.Require(path, weights.Split('-')[0]));
        return unet;
    }
}
