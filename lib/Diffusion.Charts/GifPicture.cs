using Diffusion.Charts.Display;

namespace Diffusion.Charts;

/// <summary>A GIF animation.</summary>
[TypeFormatterSource(typeof(PictureFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record GifPicture : Picture
{
    /// <inheritdoc/>
    public override string MimeType => MimeTypes.Gif;

    /// <summary>How many frames it has.</summary>
    public required int Frames { get; init; }
}
