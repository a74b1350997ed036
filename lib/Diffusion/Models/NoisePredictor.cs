using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>ε̂(x_t, t): guesses the noise in x_t. All that a sampler asks of a model.</summary>
/// <param name="xt">x_t, shape [B, …].</param>
/// <param name="t">The step of the whole batch, in 1..T.</param>
/// <returns>ε̂, the shape of x_t; the caller's to dispose.</returns>
public delegate Tensor NoisePredictor(Tensor xt, int t);

/// <summary>A predictor that remembers the schedule it was made with, so that a sampler on another one can refuse it.</summary>
internal sealed class ScheduledPredictor
{
    private readonly NoiseSchedule _schedule;
    private readonly NoisePredictor _predict;

    private ScheduledPredictor(NoiseSchedule schedule, NoisePredictor predict) => (_schedule, _predict) = (schedule, predict);

    public static NoisePredictor Of(NoiseSchedule? schedule, NoisePredictor predict) =>
        schedule is null ? predict : new ScheduledPredictor(schedule, predict).Predict;

    /// <summary>The schedule, or null where a predictor tells none.</summary>
    public static NoiseSchedule? ScheduleOf(NoisePredictor predictor) => (predictor.Target as ScheduledPredictor)?._schedule;

    /// <summary>Refuses a predictor of another schedule.</summary>
    public static void Require(NoisePredictor predictor, NoiseSchedule schedule, string who)
    {
        if (ScheduleOf(predictor) is { } own && !own.Beta.AsSpan().SequenceEqual(schedule.Beta.AsSpan()))
            throw new ArgumentException($"The predictor was made with {Text(own)}, and {who} with {Text(schedule)}. "
                + "The network would be told wrong times: make both with the schedule that it was trained on.", nameof(predictor));
    }

    private Tensor Predict(Tensor xt, int t) => _predict(xt, t);

    private static string Text(NoiseSchedule schedule) =>
        FormattableString.Invariant($"a schedule of {schedule.T} steps (β from {schedule.Beta[1]:g3} to {schedule.Beta[^1]:g3})");
}
