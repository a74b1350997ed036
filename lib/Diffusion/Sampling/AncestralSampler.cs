using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Walks back from noise to data, drawing each x_s from the reverse step's Gaussian (Ho et al. 2020, algorithm 2).</summary>
/// <param name="schedule">The schedule that the model was trained on.</param>
public sealed class AncestralSampler(NoiseSchedule schedule) : Sampler(schedule)
{
    /// <summary>The variance of the noise added after each jump; none is added after the last.</summary>
    public ReverseVariance Variance { get; init; } = ReverseVariance.Beta;

    /// <summary>Whether noise is added after each jump. Without it the sampler is wrong: samples collapse towards blurred averages.</summary>
    public bool AddsNoise { get; init; } = true;

    /// <inheritdoc/>
    public override bool IsDeterministic => !AddsNoise;

    /// <inheritdoc/>
    protected override Tensor Step(PathPoint now, PathPoint? before, Generator? generator) =>
        Combine(now, now.Jump.MeanXt, now.Jump.MeanEps, AddsNoise ? now.Jump.Variance(Variance) : 0, generator);
}
