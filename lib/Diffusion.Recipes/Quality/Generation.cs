using Diffusion.Models;
using Diffusion.Sampling;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Quality;

/// <summary>Generates many sprites, batch by batch.</summary>
internal static class Generation
{
    private const int Batch = 100;

    /// <summary>Sprites as they are shown, cut to −1 to 1. Batch k starts from the same noise whatever the sampler.</summary>
    /// <param name="sampler">The sampler.</param>
    /// <param name="parts">Predictors and how many sprites each generates.</param>
    /// <param name="seed">Where the noise comes from.</param>
    /// <param name="cancellation">Ends the work between two jumps.</param>
    public static Tensor Images(Sampler sampler, IEnumerable<(NoisePredictor Predictor, int Count)> parts, int seed, CancellationToken cancellation)
    {
        var batches = new List<Tensor>();
        foreach (var (predictor, count) in parts)
        {
            for (var done = 0; done < count; done += Batch)
            {
                using var scope = NewDisposeScope();
                using var generator = new Generator((ulong)seed * 10_000 + (ulong)batches.Count, CPU);
                var x = sampler.Sample(predictor, [Math.Min(Batch, count - done), 3, 16, 16], generator, cancellation: cancellation);
                batches.Add(x.clamp(-1, 1).MoveToOuterDisposeScope());
            }
        }
        return cat(batches, 0);
    }
}
