using static TorchSharp.torch;

namespace Diffusion.Charts;

/// <summary>
/// Pictures as numbers, [N, C, H, W] with C = 1 (grey) or 3 (red, green, blue). A fixed scale turns numbers into
/// colours, the same for every picture and channel, so that colours can be compared.
/// </summary>
public sealed class ImageBatch
{
    private readonly float[] _values;
    private readonly double _low;
    private readonly double _high;

    /// <summary>Takes values.</summary>
    /// <param name="values">N·C·H·W values, W running fastest.</param>
    /// <param name="shape">[N, C, H, W].</param>
    /// <param name="low">The value that is black; beyond it stays black.</param>
    /// <param name="high">The value that is full light; beyond it stays so.</param>
    /// <exception cref="ArgumentException">The shape is not of pictures, disagrees with the values, or a value is not a number.</exception>
    public ImageBatch(IEnumerable<float> values, IReadOnlyList<long> shape, double low = -1, double high = 1)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _values = [.. values];
        var said = $"[{string.Join(", ", shape)}]";
        if (shape.Count != 4 || shape[1] is not (1 or 3) || shape.Any(length => length < 1))
            throw new ArgumentException(
                $"Pictures have the shape [N, C, H, W] with C = 1 or 3; this one is {said}.",
                nameof(shape));
        if (shape.Aggregate(1L, (product, length) => product * length) != _values.Length)
            throw new ArgumentException($"{_values.Length} values do not fill the shape {said}.", nameof(values));
        if (_values.Any(float.IsNaN))
            throw new ArgumentException(
                "A pixel is not a number: such pictures cannot be drawn. Did a training or sampling run diverge?",
                nameof(values));
        if (!(low < high))
            throw new ArgumentException($"Black ({low}) must lie below full light ({high}).", nameof(low));
        (Count, Channels, Height, Width, _low, _high) = (
            (int)shape[0],
            (int)shape[1],
            (int)shape[2],
            (int)shape[3],
            low,
            high);
    }

    /// <summary>The number of pictures N.</summary>
    public int Count { get; }

    /// <summary>The number of channels C: 1 or 3.</summary>
    public int Channels { get; }

    /// <summary>The height H in pixels.</summary>
    public int Height { get; }

    /// <summary>The width W in pixels.</summary>
    public int Width { get; }

    /// <summary>The share of values that are shown as the scale's ends though they lie beyond them by more than a shade of 255.</summary>
    public double Clipped
    {
        get
        {
            var shade = (_high - _low) / 255;
            return _values.Count(value => value < _low - shade || value > _high + shade) / (double)_values.Length;
        }
    }

    /// <summary>Takes a tensor [N, C, H, W] or [C, H, W], of any number type and device.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="low">The value that is black.</param>
    /// <param name="high">The value that is full light.</param>
    public static ImageBatch FromTensor(Tensor images, double low = -1, double high = 1)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.dtype == ScalarType.Byte && (low, high) == (-1, 1))
            throw new ArgumentException(
                "These pictures are bytes, and black is −1 here. ImageSet.Images() makes numbers from −1 to 1 of them; "
                + "ImageBatch.FromTensor(images, 0, 255) shows them as they are.", nameof(images));
        return new ImageBatch(
            TensorData.Copy(images),
            images.shape.Length == 3 ? [1, .. images.shape] : images.shape,
            low,
            high);
    }

    /// <summary>Takes a tensor [N, C, H, W] whose black is −1 and whose full light is 1.</summary>
    /// <param name="images">The pictures.</param>
    public static implicit operator ImageBatch(Tensor images) => FromTensor(images);

    /// <summary>Refuses batches that cannot stand side by side.</summary>
    internal static void SameSize(IReadOnlyList<ImageBatch> batches)
    {
        var first = batches[0];
        foreach (var other in batches.Where(other => (other.Width, other.Height) != (first.Width, first.Height)))
            throw new ArgumentException(
                $"All pictures have one size; the first are {first.Width}×{first.Height}, others {other.Width}×{other.Height}.",
                nameof(batches));
    }

    /// <summary>Refuses batches that cannot take each other's place.</summary>
    internal static void Alike(IReadOnlyList<ImageBatch> batches)
    {
        SameSize(batches);
        foreach (var batch in batches)
            Require.Same(batches[0].Count, batch.Count, "The numbers of pictures in all steps", nameof(batches));
    }

    internal Rgb Pixel(int image, int x, int y)
    {
        byte Channel(int channel) =>
            (byte)Math.Round(255 * Math.Clamp(
                (_values[(((((image * Channels) + channel) * Height) + y) * Width) + x] - _low) / (_high - _low), 0, 1));
        return Channels == 1 ? new Rgb(Channel(0), Channel(0), Channel(0)) : new Rgb(Channel(0), Channel(1), Channel(2));
    }
}
