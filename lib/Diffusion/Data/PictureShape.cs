using Diffusion.Storage;

namespace Diffusion.Data;

/// <summary>Channels and size of pictures from outside, and where a file of them keeps the channels.</summary>
internal readonly record struct PictureShape(int Channels, int Height, int Width, bool ChannelsLast)
{
    public int Values => Channels * Height * Width;

    /// <summary>Reads [N, H, W, C], [N, C, H, W] or [N, H, W]; channels are 1 or 3.</summary>
    public static PictureShape Of(IReadOnlyList<long> shape, string name)
    {
        var text = Elements.Describe(shape);
        if (shape.Count is not (3 or 4) || shape.Contains(0))
            throw BadFile.Error(name, $"the shape {text} is not one of pictures", "Give [N, H, W, C], [N, C, H, W] or, for grey ones, [N, H, W]");
        var (first, last) = (shape[1] is 1 or 3, shape.Count == 3 || shape[^1] is 1 or 3);
        if (first == last)
            throw BadFile.Error(name, first ? $"the shape {text} may be read in two ways" : $"the shape {text} has no axis of 1 or 3 channels",
                "Give [N, H, W, C] or [N, C, H, W] with C of 1 or 3, and pictures larger than that");
        var (channels, height, width) = shape.Count == 3 ? (1, shape[1], shape[2])
            : last ? (shape[3], shape[1], shape[2]) : (shape[1], shape[2], shape[3]);
        return new PictureShape((int)channels, (int)height, (int)width, last);
    }
}
