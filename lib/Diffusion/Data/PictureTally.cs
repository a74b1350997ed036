using Diffusion.Storage;

namespace Diffusion.Data;

/// <summary>Counts what was done to pictures while they were read.</summary>
/// <param name="size">Height and width that were asked for; none if null.</param>
internal sealed class PictureTally(int? size)
{
    private int _scaled, _cropped, _animated;

    /// <summary>One line for each kind of change.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. Line(_scaled, $"scaled to {size}×{size} pixels"),
        .. Line(_cropped, "not square: cropped to the middle square"),
        .. Line(_animated, "animated: the first frame was taken"),
    ];

    public void Add(DecodedPicture picture)
    {
        if (size is { } side && Math.Min(picture.Width, picture.Height) != side) _scaled++;
        if (size is not null && picture.Width != picture.Height) _cropped++;
        if (picture.Frames > 1) _animated++;
    }

    private static IEnumerable<string> Line(int count, string what) =>
        count == 0 ? [] : [$"{count} {(count == 1 ? "picture was" : "pictures were")} {what}."];
}
