using System.Globalization;

namespace Workbook.Book.Pages;

/// <summary>Times as people say them.</summary>
internal static class TimeInWords
{
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 0.0995 => Invariant($"{Math.Max(1, time.TotalMilliseconds):0} ms"),
        < 9.95 => Invariant($"{time.TotalSeconds:0.0} s"),
        < 59.5 => Invariant($"{time.TotalSeconds:0} s"),
        _ => Invariant($"{(int)Math.Round(time.TotalSeconds) / 60} min {(int)Math.Round(time.TotalSeconds) % 60} s"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
