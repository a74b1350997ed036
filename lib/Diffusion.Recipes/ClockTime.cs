using System.Globalization;

namespace Diffusion.Recipes;

/// <summary>How long something takes, in words.</summary>
internal static class ClockTime
{
    /// <summary>Hours, minutes and seconds: 1:02:03; a day is 24:00:00.</summary>
    public static string Text(double seconds)
    {
        var span = TimeSpan.FromSeconds(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span:mm\\:ss}");
    }
}
