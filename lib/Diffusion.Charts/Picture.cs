using Diffusion.Charts.Display;

namespace Diffusion.Charts;

/// <summary>A finished raster picture with its words.</summary>
public abstract record Picture
{
    /// <summary>The encoded file.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The kind of file.</summary>
    public abstract string MimeType { get; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>One line that says what the picture shows, for those who do not see it.</summary>
    public required string AltText { get; init; }

    /// <summary>What must be known to read the picture.</summary>
    public string? Caption { get; init; }

    /// <summary>Writes the file: aside first, then renamed, so that no half-written picture is ever seen.</summary>
    /// <param name="path">Where.</param>
    public void Save(string path)
    {
        var aside = path + ".partial";
        File.WriteAllBytes(aside, Bytes.Span);
        File.Move(aside, path, overwrite: true);
    }

    /// <summary>The picture as HTML, held in itself, with its title and caption; hosts such as Verso find this method by its name.</summary>
    public string ToHtml() => PictureHtml.Render(this);

    /// <summary>The alternative text.</summary>
    public sealed override string ToString() => AltText;
}

/// <summary>A PNG picture.</summary>
[TypeFormatterSource(typeof(PictureFormatters), PreferredMimeTypes = [MimeTypes.Png, MimeTypes.Plain])]
public sealed record PngPicture : Picture
{
    /// <inheritdoc/>
    public override string MimeType => MimeTypes.Png;
}

/// <summary>A GIF animation.</summary>
[TypeFormatterSource(typeof(PictureFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record GifPicture : Picture
{
    /// <inheritdoc/>
    public override string MimeType => MimeTypes.Gif;

    /// <summary>How many frames it has.</summary>
    public required int Frames { get; init; }
}
