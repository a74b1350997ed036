using System.Diagnostics;
using System.Globalization;
using Diffusion.Training;

namespace Diffusion.Recipes.Training;

/// <summary>Says now and then how a training goes: a line that is overwritten on a terminal, a line a minute in a file.</summary>
/// <param name="stepsBefore">The steps that an earlier run did.</param>
internal sealed class ProgressLine(int stepsBefore)
{
    private static readonly TimeSpan Pause = Console.IsOutputRedirected ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(2);

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _told = Stopwatch.GetTimestamp();

    public void Tell(TrainingStep step)
    {
        if (Stopwatch.GetElapsedTime(_told) < Pause) return;
        _told = Stopwatch.GetTimestamp();
        var perSecond = (step.Number - stepsBefore) / Stopwatch.GetElapsedTime(_started).TotalSeconds;
        var text = string.Create(CultureInfo.InvariantCulture, $"step {step.Number} of {step.Count}, loss {step.Loss:f4}, "
            + $"{perSecond:f2} steps/s, {ClockTime.Text((step.Count - step.Number) / perSecond)} left");
        if (Console.IsOutputRedirected) Console.WriteLine(text);
        else Console.Write($"\r{text}\e[K\r");
    }
}
