using static TorchSharp.torch;

namespace Diffusion.Schedules;

/// <summary>The forward process in formulas: noise added to data, and what follows from it once x₀ or ε is known.</summary>
/// <remarks>Each comes twice: with one step for the whole batch, and with a tensor of steps, int64 [B], one for each x.</remarks>
public static class ForwardProcess
{
    /// <summary>q(x_t | x₀): adds given noise in one jump, √ᾱ_t x₀ + √(1 − ᾱ_t) ε (Ho et al. 2020, eq. 4).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="x0">x₀, clean data, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <param name="eps">ε, standard normal noise, the shape of x₀.</param>
    /// <exception cref="ArgumentException">The step lies outside 1..T, or the shapes differ.</exception>
    public static Tensor AddNoise(this NoiseSchedule schedule, Tensor x0, int t, Tensor eps)
    {
        var alphaBar = schedule.AlphaBar[schedule.Require(t)];
        return Combine(x0, Math.Sqrt(alphaBar), eps, Math.Sqrt(1 - alphaBar));
    }

    /// <inheritdoc cref="AddNoise(NoiseSchedule, Tensor, int, Tensor)"/>
    public static Tensor AddNoise(this NoiseSchedule schedule, Tensor x0, Tensor t, Tensor eps)
    {
        var tables = schedule.On(x0.device);
        return Combine(x0, tables.SqrtAlphaBar, eps, tables.SqrtOneMinusAlphaBar, schedule.Require(t, x0));
    }

    /// <summary>q(x_t | x₀): draws x_t, with noise from the generator (Ho et al. 2020, eq. 4).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="x0">x₀, clean data, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <param name="generator">Where the noise comes from; on the device of x₀.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step lies outside 1..T.</exception>
    public static Tensor AddNoise(this NoiseSchedule schedule, Tensor x0, int t, Generator generator)
    {
        using var eps = Noise.Like(x0, generator);
        return schedule.AddNoise(x0, t, eps);
    }

    /// <summary>q(x_t | x_{t−1}): adds the noise of one step, √(1 − β_t) x_{t−1} + √β_t ε (Ho et al. 2020, eq. 2).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="xs">x_{t−1}, shape [B, …].</param>
    /// <param name="t">The step to arrive at, in 1..T.</param>
    /// <param name="eps">ε, standard normal noise, the shape of x_{t−1}.</param>
    /// <exception cref="ArgumentException">The step lies outside 1..T, or the shapes differ.</exception>
    public static Tensor AddNoiseStep(this NoiseSchedule schedule, Tensor xs, int t, Tensor eps) =>
        Combine(xs, Math.Sqrt(schedule.Alpha[schedule.Require(t)]), eps, Math.Sqrt(schedule.Beta[t]));

    /// <summary>q(x_t | x_{t−1}): draws x_t one step on, with noise from the generator (Ho et al. 2020, eq. 2).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="xs">x_{t−1}, shape [B, …].</param>
    /// <param name="t">The step to arrive at, in 1..T.</param>
    /// <param name="generator">Where the noise comes from; on the device of x_{t−1}.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step lies outside 1..T.</exception>
    public static Tensor AddNoiseStep(this NoiseSchedule schedule, Tensor xs, int t, Generator generator)
    {
        using var eps = Noise.Like(xs, generator);
        return schedule.AddNoiseStep(xs, t, eps);
    }

    /// <summary>The mean of q(x_{t−1} | x_t, x₀); its variance is <see cref="NoiseSchedule.PosteriorVariance"/> (Ho et al. 2020, eq. 7).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="x0">x₀, shape [B, …].</param>
    /// <param name="xt">x_t, the shape of x₀.</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <exception cref="ArgumentException">The step lies outside 1..T, or the shapes differ.</exception>
    public static Tensor PosteriorMean(this NoiseSchedule schedule, Tensor x0, Tensor xt, int t) =>
        Combine(x0, schedule.PosteriorMeanX0[schedule.Require(t)], xt, schedule.PosteriorMeanXt[t]);

    /// <inheritdoc cref="PosteriorMean(NoiseSchedule, Tensor, Tensor, int)"/>
    public static Tensor PosteriorMean(this NoiseSchedule schedule, Tensor x0, Tensor xt, Tensor t)
    {
        var tables = schedule.On(x0.device);
        return Combine(x0, tables.PosteriorMeanX0, xt, tables.PosteriorMeanXt, schedule.Require(t, x0));
    }

    /// <summary>x̂₀ = (x_t − √(1 − ᾱ_t) ε̂) / √ᾱ_t: the clean data that x_t would come from, were the noise ε̂ (Ho et al. 2020, eq. 15).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="epsHat">ε̂, the noise in x_t or a guess of it, the shape of x_t.</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <exception cref="ArgumentException">The step lies outside 1..T, or the shapes differ.</exception>
    public static Tensor PredictX0(this NoiseSchedule schedule, Tensor xt, Tensor epsHat, int t)
    {
        var alphaBar = schedule.AlphaBar[schedule.Require(t)];
        return Combine(xt, 1 / Math.Sqrt(alphaBar), epsHat, -Math.Sqrt((1 - alphaBar) / alphaBar));
    }

    /// <summary>ε̂ = (x_t − √ᾱ_t x̂₀) / √(1 − ᾱ_t): the noise in x_t, were the clean data x̂₀ (Ho et al. 2020, eq. 4 solved for ε).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="x0Hat">x̂₀, the clean data or a guess of it, the shape of x_t.</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <exception cref="ArgumentException">The step lies outside 1..T, or the shapes differ.</exception>
    public static Tensor PredictEps(this NoiseSchedule schedule, Tensor xt, Tensor x0Hat, int t)
    {
        var alphaBar = schedule.AlphaBar[schedule.Require(t)];
        return Combine(xt, 1 / Math.Sqrt(1 - alphaBar), x0Hat, -Math.Sqrt(alphaBar / (1 - alphaBar)));
    }

    // a·x + b·y with one new tensor and no other
    internal static Tensor Combine(Tensor x, double a, Tensor y, double b)
    {
        Shapes.RequireSame(x, y);
        return x.mul(a).add_(y, b);
    }

    // a_t·x + b_t·y, each example at its own step. Whether they lie in 1..T is not asked here: the host would wait for the device.
    internal static Tensor Combine(Tensor x, Tensor a, Tensor y, Tensor b, Tensor t)
    {
        Shapes.RequireSame(x, y);
        using var scope = NewDisposeScope();
        var column = Shapes.Column(x);
        var at = a.index_select(0, t).view(column);
        var bt = b.index_select(0, t).view(column);
        return x.mul(at).addcmul_(y, bt, 1).MoveToOuterDisposeScope();
    }

    private static Tensor Require(this NoiseSchedule schedule, Tensor t, Tensor x)
    {
        if (t.dim() != 1 || t.shape[0] != x.shape[0])
            throw new ArgumentException($"One step for each of the {x.shape[0]} x is needed; t has shape [{string.Join(", ", t.shape)}].", nameof(t));
        using var scope = NewDisposeScope();
        var (least, most) = (t.min().item<long>(), t.max().item<long>());
        return least >= 1 && most <= schedule.T ? t
            : throw new ArgumentOutOfRangeException(nameof(t), $"Steps run from 1 to T = {schedule.T}; t holds {least} to {most}.");
    }
}
