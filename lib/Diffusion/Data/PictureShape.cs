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
            throw BadFile.Error(name, shape.Contains(0) ? $"the shape {text} holds no pictures" : $"the shape {text} is not one of pictures", Remedy(shape));
        var (first, last) = (shape[1] is 1 or 3, shape.Count == 3 || shape[^1] is 1 or 3);
        if (first == last)
            throw BadFile.Error(name, first ? $"the shape {text} may be read in two ways" : $"the shape {text} has no axis of 1 or 3 channels",
                "Give [N, H, W, C] or [N, C, H, W] with C of 1 or 3, and pictures larger than that"
                    + (shape[^1] == 4 ? ": array[..., :3] leaves opacity out" : ""));
        var (channels, height, width) = shape.Count == 3 ? (1, shape[1], shape[2])
            : last ? (shape[3], shape[1], shape[2]) : (shape[1], shape[2], shape[3]);
        return new PictureShape((int)channels, (int)height, (int)width, last);
    }

    // What pictures are often flattened or cut out to.
    private static string Remedy(IReadOnlyList<long> shape)
    {
        const string wanted = "Give [N, H, W, C], [N, C, H, W] or, for grey ones, [N, H, W]";
        if (shape.Count != 2 || shape.Contains(0)) return wanted;
        var (grey, color) = ((long)Math.Sqrt(shape[1]), (long)Math.Sqrt(shape[1] / 3));
        return wanted + (grey > 4 && grey * grey == shape[1] ? $": rows of {shape[1]} numbers may be array.reshape(-1, {grey}, {grey})"
            : color > 4 && 3 * color * color == shape[1]
                ? $": rows of {shape[1]} numbers may be array.reshape(-1, 3, {color}, {color}) or array.reshape(-1, {color}, {color}, 3)"
            : ": a single picture is array[None]");
    }
}
