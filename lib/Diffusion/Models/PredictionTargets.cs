using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>What a network is trained to guess, and the noise that follows from its guess, for each <see cref="PredictionTarget"/>.</summary>
/// <remarks>Nothing here divides by √ᾱ_t, which is nearly 0 at the end of a cosine schedule.</remarks>
public static class PredictionTargets
{
    /// <summary>y, what a perfect network would answer: ε, x₀, or v = √ᾱ_t ε − √(1 − ᾱ_t) x₀ (Salimans and Ho 2022, appendix D).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="target">Which of them.</param>
    /// <param name="x0">x₀, clean data, shape [B, …].</param>
    /// <param name="eps">ε, the noise in x_t, the shape of x₀.</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <returns>A tensor of its own, the shape of x₀.</returns>
    /// <exception cref="ArgumentException">The step lies outside 1..T, the shapes differ, or there is no such target.</exception>
    public static Tensor TargetOf(this NoiseSchedule schedule, PredictionTarget target, Tensor x0, Tensor eps, int t)
    {
        Shapes.RequireSame(x0, eps);
        var (signal, noise) = Roots(schedule, t);
        return target switch
        {
            PredictionTarget.Noise => eps.clone(),
            PredictionTarget.Image => x0.clone(),
            PredictionTarget.Velocity => ForwardProcess.Combine(x0, -noise, eps, signal),
            _ => throw Unknown(target),
        };
    }

    /// <summary>ε̂, the noise in x_t that follows from a network's answer ŷ: ŷ itself, (x_t − √ᾱ_t ŷ)/√(1 − ᾱ_t), or √(1 − ᾱ_t) x_t + √ᾱ_t ŷ.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="target">What the network was trained to guess.</param>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="output">ŷ, the network's answer, the shape of x_t.</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <returns>A tensor of its own, the shape of x_t.</returns>
    /// <exception cref="ArgumentException">The step lies outside 1..T, the shapes differ, or there is no such target.</exception>
    public static Tensor EpsOf(this NoiseSchedule schedule, PredictionTarget target, Tensor xt, Tensor output, int t)
    {
        Shapes.RequireSame(xt, output);
        var (signal, noise) = Roots(schedule, t);
        return target switch
        {
            PredictionTarget.Noise => output.clone(),
            PredictionTarget.Image => ForwardProcess.Combine(xt, 1 / noise, output, -signal / noise),
            PredictionTarget.Velocity => ForwardProcess.Combine(xt, noise, output, signal),
            _ => throw Unknown(target),
        };
    }

    /// <summary>Makes of a network that guesses anything what samplers ask for: ε̂(x_t, t).</summary>
    /// <param name="schedule">The schedule that the network was trained on.</param>
    /// <param name="target">What it was trained to guess.</param>
    /// <param name="network">Its answer ŷ(x_t, t) to x_t and a step in 1..T, the shape of x_t; disposed of here.</param>
    public static NoisePredictor Predictor(this NoiseSchedule schedule, PredictionTarget target, Func<Tensor, int, Tensor> network)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(network);
        if (!Enum.IsDefined(target)) throw Unknown(target);
        if (target == PredictionTarget.Noise) return ScheduledPredictor.Of(schedule, network.Invoke);
        return ScheduledPredictor.Of(schedule, (xt, t) =>
        {
            using var output = network(xt, t);
            return schedule.EpsOf(target, xt, output, t);
        });
    }

    /// <summary>The same predictor, held to pictures that there are: its x̂₀ is clamped to [−1, 1], and ε̂ follows from that.</summary>
    /// <remarks>Where ᾱ_t is nearly 0, as at the end of a cosine schedule, x̂₀ = (x_t − √(1 − ᾱ_t) ε̂)/√ᾱ_t makes much of a small error;
    /// without the clamp samples there may run away (the published DDPM code has it too).</remarks>
    /// <param name="predictor">ε̂(x_t, t).</param>
    /// <param name="schedule">The schedule that it was trained on.</param>
    public static NoisePredictor Clamped(this NoisePredictor predictor, NoiseSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(schedule);
        ScheduledPredictor.Require(predictor, schedule, "the clamp");
        return ScheduledPredictor.Of(schedule, (xt, t) =>
        {
            using var epsHat = predictor(xt, t);
            using var x0Hat = schedule.PredictX0(xt, epsHat, t).clamp_(-1, 1);
            return schedule.PredictEps(xt, x0Hat, t);
        });
    }

    private static (double Signal, double Noise) Roots(NoiseSchedule schedule, int t)
    {
        var alphaBar = schedule.AlphaBar[schedule.Require(t)];
        return (Math.Sqrt(alphaBar), Math.Sqrt(1 - alphaBar));
    }

    private static ArgumentOutOfRangeException Unknown(PredictionTarget target) =>
        new(nameof(target), target, $"A network guesses one of: {string.Join(", ", Enum.GetNames<PredictionTarget>())}.");
}

/// <summary>What a network guesses of x_t. Each follows from each other once x_t is known; what differs is how errors weigh.</summary>
public enum PredictionTarget
{
    /// <summary>ε, the noise (Ho et al. 2020).</summary>
    Noise,

    /// <summary>x₀, the clean data.</summary>
    Image,

    /// <summary>v = √ᾱ_t ε − √(1 − ᾱ_t) x₀: noise where x_t is clean, data where it is noise (Salimans and Ho 2022, appendix D).</summary>
    Velocity,
}
