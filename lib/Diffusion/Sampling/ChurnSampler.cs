using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Goes back a little into the noise before every jump, then jumps by Heun's method: new noise corrects old errors (Karras et al. 2022,
/// algorithm 2).</summary>
/// <remarks>Before a jump σ = √((1 − ᾱ)/ᾱ) rises by the factor 1 + γ with γ = min(S_churn/n, √2 − 1), to the step nearest to that: the model
/// knows whole steps only. The noise that leads there is the forward process's own.</remarks>
/// <param name="schedule">The schedule that the model was trained on.</param>
public sealed class ChurnSampler(NoiseSchedule schedule) : Sampler(schedule)
{
    private readonly double _churn = 40;

    /// <summary>S_churn, 0 or more, the new noise of the whole way: 0 is <see cref="HeunSampler"/>; the paper takes 40 to 80.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double Churn
    {
        get => _churn;
        init => _churn = value >= 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(Churn), value, "S_churn, the new noise of the whole way, is 0 or more.");
    }

    /// <inheritdoc/>
    public override bool IsDeterministic => Churn == 0;

    /// <inheritdoc/>
    protected override Tensor Step(PathPoint now, PathPoint? before, Generator? generator)
    {
        var jump = now.Jump;
        var back = Back(jump.T);
        if (back == jump.T) return HeunSampler.Heun(now, now.Xt, now.EpsHat, jump);
        var renewed = Schedule.Jump(back, jump.T);                 // from t to t̂, the other way
        var keep = Math.Sqrt(1 - renewed.Beta);
        var x = empty_like(now.Xt).normal_(0, Math.Sqrt(renewed.Beta), generator).add_(now.Xt, keep);
        return HeunSampler.Heun(now, x, now.Ask(x, back), Schedule.Jump(back, jump.S));
    }

    // t̂, the step whose σ is nearest to (1 + γ) σ_t.
    private int Back(int t)
    {
        var gamma = Math.Min(Churn / (Steps ?? Schedule.T), Math.Sqrt(2) - 1);
        var wanted = (1 + gamma) * Sigma(t);
        var back = t;
        while (back < Schedule.T && Math.Abs(Sigma(back + 1) - wanted) < Math.Abs(Sigma(back) - wanted)) back++;
        return back;
    }

    private double Sigma(int t) => 1 / Math.Sqrt(Schedule.Snr[t]);
}
