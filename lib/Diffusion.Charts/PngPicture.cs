using Diffusion.Charts.Display;

namespace Diffusion.Charts;

/// <summary>A PNG picture.</summary>
[TypeFormatterSource(typeof(PictureFormatters), PreferredMimeTypes = [MimeTypes.Png, MimeTypes.Plain])]
public sealed record PngPicture : Picture
{
    /// <inheritdoc/>
    public override string MimeType => MimeTypes.Png;
}
