using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Formatting;

/// <summary>The chart script, which the first figure of a session's process carries, so that a notebook is whole without a network.</summary>
internal static class PlotlyScript
{
    private static readonly string? File = new[] { ".", Path.Combine("..", "assets") }
        .Select(folder => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, folder, "plotly-cartesian.min.js")))
        .FirstOrDefault(System.IO.File.Exists);

    private static int _sent;

    /// <summary>Whether set-up has brought the script.</summary>
    public static bool IsHere => File is not null;

    /// <summary>The element that holds the script; empty where the process has sent it, or there is none to send.</summary>
    /// <remarks>
    /// The names of module loaders are hidden from it: where one is active (classic Jupyter has RequireJS) it would
    /// register with the loader and leave <c>window.Plotly</c> unset.
    /// </remarks>
    public static string Element => File is { } file && Volatile.Read(ref _sent) == 0
        ? ChartScript.Element($"if(!window.Plotly)(function(define,module,exports){{{System.IO.File.ReadAllText(file)}\n}}).call(window);")
        : "";

    /// <summary>Takes note of what is sent: a figure that was formatted for its text alone was not.</summary>
    public static void Note(SessionEvent sent)
    {
        if (_sent == 0 && sent is RichEvent { Data: var data } && ChartScript.Find(data) is not null)
            Volatile.Write(ref _sent, 1);
    }
}
