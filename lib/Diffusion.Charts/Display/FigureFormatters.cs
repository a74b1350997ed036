namespace Diffusion.Charts.Display;

/// <summary>
/// Makes the three renderings of a figure; hosts find it through <see cref="TypeFormatterSourceAttribute"/>.
/// </summary>
public sealed class FigureFormatters
{
    private readonly object[] _formatters =
    [
        new MimeFormatter<Figure>(MimeTypes.Plotly, figure => CaptionedFigure.Of(figure).ToJson()),
        new MimeFormatter<Figure>(MimeTypes.Html, figure => FigureHtml.Render(figure)),
        new MimeFormatter<Figure>(MimeTypes.Plain, figure => figure.AltText),
    ];

    /// <summary>One formatter for each MIME type of the bundle.</summary>
    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
