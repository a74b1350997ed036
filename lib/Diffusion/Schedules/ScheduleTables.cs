using static TorchSharp.torch;

namespace Diffusion.Schedules;

/// <summary>A schedule's tables as float32 tensors of T+1 entries on one device, to be indexed by a tensor of steps.</summary>
/// <remarks>Computed in double and rounded once: √(1 − ᾱ) from a rounded ᾱ would be wrong by percents at small t.</remarks>
public sealed class ScheduleTables
{
    internal ScheduleTables(NoiseSchedule schedule, Device device)
    {
        // Tables outlive whatever dispose scope happens to be open when they are first asked for.
        Tensor Table(IEnumerable<double> entries) =>
            tensor(entries.Select(entry => (float)entry).ToArray(), device: device).DetachFromDisposeScope();

        Beta = Table(schedule.Beta);
        AlphaBar = Table(schedule.AlphaBar);
        SqrtAlpha = Table(schedule.Alpha.Select(Math.Sqrt));
        SqrtBeta = Table(schedule.Beta.Select(Math.Sqrt));
        SqrtAlphaBar = Table(schedule.AlphaBar.Select(Math.Sqrt));
        SqrtOneMinusAlphaBar = Table(schedule.AlphaBar.Select(alphaBar => Math.Sqrt(1 - alphaBar)));
        PosteriorVariance = Table(schedule.PosteriorVariance);
        PosteriorMeanX0 = Table(schedule.PosteriorMeanX0);
        PosteriorMeanXt = Table(schedule.PosteriorMeanXt);
    }

    /// <summary>β_t.</summary>
    public Tensor Beta { get; }

    /// <summary>ᾱ_t.</summary>
    public Tensor AlphaBar { get; }

    /// <summary>√α_t, the factor of x_{t−1} in one step.</summary>
    public Tensor SqrtAlpha { get; }

    /// <summary>√β_t, the standard deviation of one step's noise.</summary>
    public Tensor SqrtBeta { get; }

    /// <summary>√ᾱ_t, the factor of x₀ in x_t.</summary>
    public Tensor SqrtAlphaBar { get; }

    /// <summary>√(1 − ᾱ_t), the factor of ε in x_t.</summary>
    public Tensor SqrtOneMinusAlphaBar { get; }

    /// <summary>β̃_t.</summary>
    public Tensor PosteriorVariance { get; }

    /// <summary>The factor of x₀ in the posterior's mean.</summary>
    public Tensor PosteriorMeanX0 { get; }

    /// <summary>The factor of x_t in the posterior's mean.</summary>
    public Tensor PosteriorMeanXt { get; }
}
