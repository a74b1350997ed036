using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Walks from noise to data over pairs of steps; what one jump does is each sampler's own.</summary>
/// <param name="schedule">The schedule that the model was trained on.</param>
public abstract class Sampler(NoiseSchedule schedule)
{
    /// <summary>The number of jumps, in 1..T; all T steps if left out.</summary>
    public int? Steps { get; init; }

    /// <summary>Whether the same start always gives the same end, with no noise added on the way.</summary>
    public abstract bool IsDeterministic { get; }

    /// <summary>The schedule that the model was trained on.</summary>
    protected NoiseSchedule Schedule { get; } = schedule ?? throw new ArgumentNullException(nameof(schedule));

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
        using var xT = Start(shape, generator);
        return Sample(predictor, xT, generator, progress, cancellation);
    }

    /// <summary>Samples from a given start to the end and keeps only the end.</summary>
    /// <param name="predictor">ε̂(x_t, t).</param>
    /// <param name="xT">x_T, where to start, shape [B, …]; it is left as it is.</param>
    /// <param name="generator">Where the noise of the jumps comes from; a deterministic sampler needs none.</param>
    /// <param name="progress">Told the number of jumps done.</param>
    /// <param name="cancellation">Ends the work between two jumps.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Tensor Sample(NoisePredictor predictor, Tensor xT, Generator? generator = null,
        IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        Tensor? x = null;
        try
        {
            foreach (var step in Run(predictor, xT, generator, cancellation))
            {
                x?.Dispose();
                x = step.X;
                progress?.Report(step.Number);
            }
        }
        catch
        {
            x?.Dispose();
            throw;
        }
        return x!;
    }

    /// <summary>Samples from pure noise and keeps x at some of the steps on the way.</summary>
    /// <param name="predictor">ε̂(x_t, t).</param>
    /// <param name="shape">The shape of x, [B, …].</param>
    /// <param name="generator">Where all noise comes from; its device is where the sampler works.</param>
    /// <param name="keep">The steps to keep at the least, in 0..T: the first x at or below each is kept; every x if left out.</param>
    /// <param name="progress">Told the number of jumps done.</param>
    /// <param name="cancellation">Ends the work between two jumps.</param>
    /// <returns>Pairs of a step and the x there, from noise to data; the caller's to dispose.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IReadOnlyList<(int T, Tensor X)> Path(NoisePredictor predictor, long[] shape, Generator generator,
        IEnumerable<int>? keep = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        using var xT = Start(shape, generator);
        var path = new KeptFrames(keep);
        var steps = Run(predictor, xT, generator, cancellation);
        try
        {
            path.Offer(Schedule.T, xT.alias());
            foreach (var step in steps)
            {
                path.Offer(step.S, step.X);
                progress?.Report(step.Number);
            }
        }
        catch
        {
            foreach (var (_, x) in path.Kept) x.Dispose();
            throw;
        }
        return path.Kept;
    }

    /// <summary>Samples from a given start, lazily: each jump is done when the next element is asked for.</summary>
    /// <param name="predictor">ε̂(x_t, t).</param>
    /// <param name="xT">x_T, where to start, shape [B, …]; it is left as it is.</param>
    /// <param name="generator">Where the noise of the jumps comes from, on the device of x_T; a deterministic sampler needs none.</param>
    /// <param name="cancellation">Ends the work between two jumps.</param>
    /// <exception cref="ArgumentNullException">The sampler adds noise and has no generator.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="Steps"/> lies outside 1..T.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="InvalidOperationException">ε̂ has another shape than x_t.</exception>
    /// <exception cref="ArgumentException">The predictor was made with another schedule, or x_T holds no floating-point numbers.</exception>
    public IEnumerable<SamplingStep> Run(NoisePredictor predictor, Tensor xT, Generator? generator = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(xT);
        if (!xT.is_floating_point())
            throw new ArgumentException($"x_T must be floating-point numbers, not {xT.dtype}: bytes are no noise. Draw it with randn, or convert it with .to(ScalarType.Float32).", nameof(xT));
        ScheduledPredictor.Require(predictor, Schedule, "the sampler");
        if (generator is null && !IsDeterministic)
            throw new ArgumentNullException(nameof(generator), $"{GetType().Name} adds noise at its jumps; give it a generator to draw from.");
        var count = Steps ?? Schedule.T;
        return Walk(Schedule.Steps(count), count, predictor, Handle(xT), generator, cancellation);
    }

    /// <summary>One jump: x_s from x_t and what the model says of it, in a new tensor.</summary>
    /// <param name="now">x_t, the jump, and the model: <see cref="PathPoint.EpsHat"/> asks it once, <see cref="PathPoint.Ask"/> as often as wished.</param>
    /// <param name="before">The same of the jump before, for samplers that look back; null at the first.</param>
    /// <param name="generator">Where noise comes from; null only where the sampler is deterministic.</param>
    protected abstract Tensor Step(PathPoint now, PathPoint? before, Generator? generator);

    /// <summary>x_s = a x_t + b ε̂ + σ z, which most samplers are (z is standard normal noise).</summary>
    /// <param name="now">x_t and ε̂.</param>
    /// <param name="a">The factor of x_t.</param>
    /// <param name="b">The factor of ε̂.</param>
    /// <param name="variance">σ², 0 for none.</param>
    /// <param name="generator">Where z comes from; unused where σ² = 0.</param>
    protected static Tensor Combine(PathPoint now, double a, double b, double variance, Generator? generator)
    {
        ArgumentNullException.ThrowIfNull(now);
        var xs = variance > 0
            ? empty_like(now.Xt).normal_(0, Math.Sqrt(variance), generator).add_(now.Xt, a)
            : now.Xt.mul(a);
        return xs.add_(now.EpsHat, b);
    }

    // The sampler holds a handle of its own on x, in no dispose scope: whoever takes a step does with theirs as they like.
    private IEnumerable<SamplingStep> Walk(IEnumerable<(int T, int S)> steps, int count, NoisePredictor predictor, Tensor x,
        Generator? generator, CancellationToken cancellation)
    {
        PathPoint? before = null, now = null;
        try
        {
            var number = 0;
            foreach (var (t, s) in steps)
            {
                cancellation.ThrowIfCancellationRequested();
                now = new PathPoint(Schedule.Jump(t, s), x, predictor);
                var xs = Make(now, before, generator);
                before?.Dispose();
                (before, now) = (now, null);
                x = Handle(xs);
                yield return new SamplingStep(++number, count, t, s, xs);
            }
        }
        finally
        {
            x.Dispose();
            now?.Dispose();
            before?.Dispose();
        }
    }

    private Tensor Make(PathPoint now, PathPoint? before, Generator? generator)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        return Step(now, before, generator).MoveToOuterDisposeScope();
    }

    private static Tensor Handle(Tensor x) => x.alias().DetachFromDisposeScope();

    private static Tensor Start(long[] shape, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return randn(shape, device: generator.device, generator: generator);
    }
}
