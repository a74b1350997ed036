using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Walks back from noise to data, drawing each x_s from the reverse step's Gaussian (Ho et al. 2020, algorithm 2).</summary>
/// <param name="schedule">The schedule that the model was trained on.</param>
public sealed class AncestralSampler(NoiseSchedule schedule)
{
    /// <summary>The number of jumps, in 1..T; all T steps if left out.</summary>
    public int? Steps { get; init; }

    /// <summary>The variance of the noise added after each jump; none is added after the last.</summary>
    public ReverseVariance Variance { get; init; } = ReverseVariance.Beta;

    /// <summary>Samples from pure noise to the end and keeps only the end.</summary>
    /// <param name="predictor">ε̂(x_t, t).</param>
    /// <param name="shape">The shape of x, [B, …].</param>
    /// <param name="generator">Where all noise comes from; its device is where the sampler works.</param>
    /// <param name="progress">Told the number of jumps done.</param>
    /// <param name="cancellation">Ends the work between two jumps.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Tensor Sample(NoisePredictor predictor, long[] shape, Generator generator,
        IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        using var start = Start(shape, generator);
        Tensor? x = null;
        foreach (var step in Run(predictor, start, generator, cancellation))
        {
            x?.Dispose();
            x = step.X;
            progress?.Report(step.Number);
        }
        return x!;
    }

    /// <summary>Samples from pure noise and keeps x at some of the steps on the way.</summary>
    /// <param name="predictor">ε̂(x_t, t).</param>
    /// <param name="shape">The shape of x, [B, …].</param>
    /// <param name="generator">Where all noise comes from; its device is where the sampler works.</param>
    /// <param name="keep">The steps to keep at the least, in 0..T: the first x at or below each is kept; every x if left out.</param>
    /// <param name="cancellation">Ends the work between two jumps.</param>
    /// <returns>Pairs of a step and the x there, from noise to data; the caller's to dispose.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IReadOnlyList<(int T, Tensor X)> Path(NoisePredictor predictor, long[] shape, Generator generator,
        IEnumerable<int>? keep = null, CancellationToken cancellation = default)
    {
        var wanted = keep?.Distinct().OrderDescending().ToArray();
        var path = new List<(int, Tensor)>();
        int next = 0;

        void Offer(int t, Tensor x)
        {
            if (wanted is not null && (next == wanted.Length || t > wanted[next]))
            {
                x.Dispose();
                return;
            }
            path.Add((t, x));
            while (next < wanted?.Length && wanted[next] >= t) next++;
        }

        var start = Start(shape, generator);
        var steps = Run(predictor, start, generator, cancellation);
        Offer(schedule.T, start);
        foreach (var step in steps) Offer(step.S, step.X);
        return path;
    }

    /// <summary>Samples from a given start, lazily: each jump is done when the next element is asked for.</summary>
    /// <param name="predictor">ε̂(x_t, t).</param>
    /// <param name="xT">x_T, where to start, shape [B, …]; it is left as it is.</param>
    /// <param name="generator">Where the noise of the jumps comes from; on the device of x_T.</param>
    /// <param name="cancellation">Ends the work between two jumps.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="Steps"/> lies outside 1..T.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IEnumerable<SamplingStep> Run(NoisePredictor predictor, Tensor xT, Generator generator,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(xT);
        ArgumentNullException.ThrowIfNull(generator);
        int count = Steps ?? schedule.T;
        return Walk(schedule.Steps(count), count, predictor, Handle(xT), generator, cancellation);
    }

    // The sampler holds a handle of its own on x, in no dispose scope: whoever takes a step does with theirs as they like.
    private IEnumerable<SamplingStep> Walk(IEnumerable<(int T, int S)> steps, int count, NoisePredictor predictor, Tensor x,
        Generator generator, CancellationToken cancellation)
    {
        try
        {
            int number = 0;
            foreach (var (t, s) in steps)
            {
                cancellation.ThrowIfCancellationRequested();
                var xs = Step(predictor, x, schedule.Jump(t, s), generator);
                x.Dispose();
                x = Handle(xs);
                yield return new SamplingStep(++number, count, t, s, xs);
            }
        }
        finally
        {
            x.Dispose();
        }
    }

    // One jump t → s: 1/√(1−β_{t|s}) · (x_t − β_{t|s}/√(1−ᾱ_t) · ε̂) + σ z
    private Tensor Step(NoisePredictor predictor, Tensor xt, Jump jump, Generator generator)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var epsHat = predictor(xt, jump.T);
        double variance = jump.Variance(Variance);
        var xs = variance > 0
            ? empty_like(xt).normal_(0, Math.Sqrt(variance), generator).add_(xt, jump.MeanXt)
            : xt.mul(jump.MeanXt);
        return xs.add_(epsHat, jump.MeanEps).MoveToOuterDisposeScope();
    }

    private static Tensor Handle(Tensor x) => x.alias().DetachFromDisposeScope();

    private static Tensor Start(long[] shape, Generator generator) =>
        randn(shape, device: generator.device, generator: generator);
}
