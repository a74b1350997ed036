namespace Diffusion.Charts.Display;

/// <summary>
/// Makes the renderings of a picture; hosts find it through <see cref="TypeFormatterSourceAttribute"/>.
/// </summary>
public sealed class PictureFormatters
{
    private readonly object[] _formatters =
    [
        new MimeFormatter<PngPicture>(MimeTypes.Png, picture => Convert.ToBase64String(picture.Bytes.Span)),
        new MimeFormatter<Picture>(MimeTypes.Html, PictureHtml.Render),
        new MimeFormatter<Picture>(MimeTypes.Plain, picture => picture.AltText),
    ];

    /// <summary>One formatter for each MIME type of the bundle.</summary>
    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
