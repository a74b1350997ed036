using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Classifier-free guidance: away from what the model says of any image, towards what it says of the wanted one (Ho and Salimans 2022).</summary>
public static class Guidance
{
    /// <summary>ε̂ = ε̂₀ + w (ε̂_c − ε̂₀): without the context at w = 0, with it at w = 1, and beyond it where w is larger.</summary>
    /// <param name="without">ε̂₀, the prediction without a context.</param>
    /// <param name="with">ε̂_c, the prediction with the context.</param>
    /// <param name="weight">w, a finite number; Ho and Salimans count from the context, their w is one less.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not finite.</exception>
    public static NoisePredictor Towards(NoisePredictor without, NoisePredictor with, double weight)
    {
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(with);
        if (ScheduledPredictor.ScheduleOf(without) is { } schedule) ScheduledPredictor.Require(with, schedule, "the one without a context");
        if (Require(weight) == 0) return without;
        if (weight == 1) return with;
        return ScheduledPredictor.Of(ScheduledPredictor.ScheduleOf(without) ?? ScheduledPredictor.ScheduleOf(with), (xt, t) =>
        {
            using var there = with(xt, t);
            using var here = without(xt, t);
            return here.mul(1 - weight).add_(there, weight);
        });
    }

    /// <summary>The same from one call of the model with a batch twice as large, which keeps a large device busy.</summary>
    /// <param name="both">Predicts for [2B, …]: the first half without a context, the second with it.</param>
    /// <param name="weight">w, a finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not finite.</exception>
    public static NoisePredictor Towards(NoisePredictor both, double weight)
    {
        ArgumentNullException.ThrowIfNull(both);
        Require(weight);
        return ScheduledPredictor.Of(ScheduledPredictor.ScheduleOf(both), (xt, t) =>
        {
            using var twice = cat([xt, xt], 0);
            using var epsHat = both(twice, t);
            using var here = epsHat.narrow(0, 0, xt.shape[0]);
            using var there = epsHat.narrow(0, xt.shape[0], xt.shape[0]);
            return here.mul(1 - weight).add_(there, weight);
        });
    }

    private static double Require(double weight) => double.IsFinite(weight) ? weight
        : throw new ArgumentOutOfRangeException(nameof(weight), weight, "The guidance weight is a finite number; 0 is no context, 1 the context alone.");
}
