using System.Text.RegularExpressions;
using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Formatting;

/// <summary>The chart script, which a session's first figure carries, so that a notebook is whole without a network.</summary>
internal static partial class PlotlyScript
{
    private static readonly string? File = new[] { ".", Path.Combine("..", "assets") }
        .Select(folder => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, folder, "plotly-cartesian.min.js")))
        .FirstOrDefault(System.IO.File.Exists);

    private static int _shown;

    /// <summary>Whether set-up has brought the script.</summary>
    public static bool IsHere => File is not null;

    /// <summary>The element that holds the script; empty where the session has shown one, or there is none to show.</summary>
    /// <remarks>
    /// The names of module loaders are hidden from it: where one is active (classic Jupyter has RequireJS) it would
    /// register with the loader and leave <c>window.Plotly</c> unset.
    /// </remarks>
    public static string Element => File is { } file && Volatile.Read(ref _shown) == 0
        ? "<script data-asset=\"plotly\">if(!window.Plotly)(function(define,module,exports){" + System.IO.File.ReadAllText(file) + "\n}).call(window);</script>\n"
        : "";

    /// <summary>What the session shows, as it stands where it is the first to carry the script, else without it.</summary>
    public static SessionEvent Once(SessionEvent shown) => shown switch
    {
        DisplayEvent display => display with { Data = Once(display.Data) },
        UpdateEvent update => update with { Data = Once(update.Data) },
        ResultEvent result => result with { Data = Once(result.Data) },
        _ => shown,
    };

    private static MimeBundle Once(MimeBundle data)
    {
        if (data.Text(MimeBundle.Html) is not { } html || !Pattern().IsMatch(html) || Interlocked.Exchange(ref _shown, 1) == 0)
            return data;
        return new MimeBundle(data.Select(entry => entry.Key == MimeBundle.Html ? new(entry.Key, Pattern().Replace(html, "")) : entry));
    }

    [GeneratedRegex("<script\\b[^>]*\\bdata-asset=[\"']?plotly\\b[^>]*>.*?</script>\\n?", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
