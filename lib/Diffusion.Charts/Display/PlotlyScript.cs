namespace Diffusion.Charts.Display;

/// <summary>
/// Where Plotly's script comes from: the page, else the first figure of a session, else a public network.
/// A page that brings its own Plotly may drop every element that starts with <see cref="OpeningTag"/>,
/// up to and with its closing tag; figures wait for <c>window.Plotly</c> before they draw.
/// </summary>
public static class PlotlyScript
{
    /// <summary>The opening tag of the element that carries the whole script.</summary>
    public const string OpeningTag = "<script data-asset=\"plotly\">";

    /// <summary>
    /// The name of the script's file, beside this assembly or in a folder <c>assets</c> beside its folder.
    /// </summary>
    public const string FileName = "plotly-cartesian.min.js";

    private static readonly string[] Places = [".", "../assets", "../assets/plotly"];
    private static readonly Lazy<string?> FromFile = new(
        () => Find(Path.GetDirectoryName(typeof(PlotlyScript).Assembly.Location)));
    private static int _taken;

    /// <summary>
    /// The element with the whole script for the first caller of this process; afterwards, or without the file,
    /// nothing.
    /// </summary>
    internal static string TakeElement()
    {
        if (FromFile.Value is not { } file || Interlocked.Exchange(ref _taken, 1) != 0)
            return "";
        return Element(File.ReadAllText(file));
    }

    /// <summary>Whether some figure of this process brings the script along.</summary>
    internal static bool HasFile => FromFile.Value is not null;

    /// <summary>The script inside an element.</summary>
    /// <remarks>
    /// The names of module loaders are hidden from it: where one is active (classic Jupyter has RequireJS) a bundle
    /// would register with the loader and leave <c>window.Plotly</c> unset.
    /// </remarks>
    internal static string Element(string script) =>
        $"{OpeningTag}if(!window.Plotly)(function(define,module,exports){{{script}\n}}).call(window);</script>\n";

    /// <summary>The script's file near a folder.</summary>
    internal static string? Find(string? folder) => string.IsNullOrEmpty(folder)
        ? null
        : Places
            .Select(place => Path.GetFullPath(Path.Combine(folder, place, FileName)))
            .FirstOrDefault(File.Exists);
}
