using System.Security.Cryptography;
using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Labelled pictures of one size, kept as bytes and given out as the numbers from −1 to 1 that a network learns.</summary>
public sealed class ImageSet
{
    private readonly Lazy<string> _sha256;

    /// <summary>Takes pictures and labels as they are; nothing is copied.</summary>
    /// <param name="pixels">uint8 [N, C, H, W].</param>
    /// <param name="labels">int64 [N], each from 0 to below the number of classes, on the pixels' device.</param>
    /// <param name="classes">The classes' names.</param>
    /// <param name="kinds">A finer label, int64 [N], or null.</param>
    /// <param name="kindNames">The kinds' names, where there are kinds.</param>
    /// <exception cref="ArgumentException">A type or a shape is another, or a label names no class.</exception>
    public ImageSet(Tensor pixels, Tensor labels, IReadOnlyList<string> classes, Tensor? kinds = null, IReadOnlyList<string>? kindNames = null)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classes);
        if (pixels.dtype != ScalarType.Byte || pixels.dim() != 4 || pixels.numel() == 0)
            throw new ArgumentException($"Pictures need to be uint8 [N, C, H, W]; these are {pixels.dtype} {Shapes.Text(pixels.shape)}.", nameof(pixels));
        RequireLabels(labels, pixels.shape[0], classes, nameof(labels));
        if (kinds is not null) RequireLabels(kinds, pixels.shape[0], kindNames ?? [], nameof(kinds));
        (Pixels, Labels, Classes, Kinds, KindNames) = (pixels, labels, [.. classes], kinds, kinds is null ? [] : [.. kindNames!]);
        _sha256 = new(Digest);
    }

    /// <summary>The pictures, uint8 [N, C, H, W].</summary>
    public Tensor Pixels { get; }

    /// <summary>The class of each, int64 [N].</summary>
    public Tensor Labels { get; }

    /// <summary>The classes' names.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The kind of each within its class, int64 [N], or null where that is not known.</summary>
    public Tensor? Kinds { get; }

    /// <summary>The kinds' names, none where kinds are not known.</summary>
    public IReadOnlyList<string> KindNames { get; }

    /// <summary>What was done to the pictures when they were read, a line each; none where nothing was.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the pictures themselves lie in padded ones; null where they were not padded.</summary>
    internal (int Top, int Left, int Height, int Width)? Content { get; init; }

    /// <summary>N, the number of pictures.</summary>
    public int Count => (int)Pixels.shape[0];

    /// <summary>SHA-256 of all pixels followed by all labels (8 bytes each, little-endian), in lower-case hexadecimal.</summary>
    public string Sha256 => _sha256.Value;

    /// <summary>Pictures as float32 [B, C, H, W] from −1 to 1.</summary>
    /// <param name="indices">Which, int64 [B]; all if null.</param>
    public Tensor Images(Tensor? indices = null)
    {
        using var scope = NewDisposeScope();
        var chosen = indices is null ? Pixels : Pixels.index_select(0, indices);
        return chosen.to(ScalarType.Float32).div_(127.5f).sub_(1f).MoveToOuterDisposeScope();
    }

    /// <summary>Classes as a network's context: one-hot float32 [B, classes].</summary>
    /// <param name="indices">Which, int64 [B]; all if null.</param>
    public Tensor Contexts(Tensor? indices = null)
    {
        using var scope = NewDisposeScope();
        var chosen = indices is null ? Labels : Labels.index_select(0, indices);
        return eye(Classes.Count, dtype: ScalarType.Float32, device: Labels.device).index_select(0, chosen).MoveToOuterDisposeScope();
    }

    /// <summary>What a network drew, as pictures: clamped to [−1, 1] and rounded to bytes.</summary>
    /// <param name="x">x₀, of any shape.</param>
    /// <returns>uint8, the shape of x₀.</returns>
    public static Tensor ToBytes(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var scope = NewDisposeScope();
        return x.clamp(-1, 1).add(1).mul(127.5).round().to(ScalarType.Byte).MoveToOuterDisposeScope();
    }

    /// <summary>The same pictures on a larger ground, so that a network can halve them: 28×28 becomes 32×32.</summary>
    /// <param name="multiple">What shall divide height and width: 8 for <see cref="Models.AttentionUnet"/>, 4 for <see cref="Models.ContextUnet"/>.</param>
    /// <returns>This set where it fits already; else one whose ground is the pictures' most frequent colour at their edges, as its
    /// <see cref="Notes"/> say.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public ImageSet Padded(int multiple)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(multiple, 1);
        var (channels, height, width) = ((int)Pixels.shape[1], (int)Pixels.shape[2], (int)Pixels.shape[3]);
        int Up(int side) => (side + multiple - 1) / multiple * multiple;
        if (Up(height) == height && Up(width) == width) return this;
        using var scope = NewDisposeScope();
        var ground = Background.Of(Pixels);
        var (top, left) = ((Up(height) - height) / 2, (Up(width) - width) / 2);
        var padded = tensor(ground).reshape(1, channels, 1, 1).to(Pixels.device).expand(Count, channels, Up(height), Up(width)).clone();
        padded.narrow(2, top, height).narrow(3, left, width).copy_(Pixels);
        return new ImageSet(padded.MoveToOuterDisposeScope(), Labels, Classes, Kinds, KindNames)
        {
            Notes = [.. Notes, $"{width}×{height} pixels were padded to {Up(width)}×{Up(height)} with the background ({string.Join(", ", ground)})."],
            Content = Content is var (innerTop, innerLeft, innerHeight, innerWidth)
                ? (top + innerTop, left + innerLeft, innerHeight, innerWidth) : (top, left, height, width),
        };
    }

    /// <summary>What a network drew, of the size that the pictures had before they were padded; enlarged as they are, where they were
    /// enlarged afterwards.</summary>
    /// <param name="x">x₀, [N, C, H, W].</param>
    /// <returns>A view of x₀, all of it where the pictures were not padded.</returns>
    public Tensor Cropped(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Content is var (top, left, height, width) ? x.narrow(2, top, height).narrow(3, left, width) : x.alias();
    }

    /// <summary>The same pictures, each pixel a square of pixels.</summary>
    /// <param name="factor">How many times as high and wide, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not positive.</exception>
    public ImageSet Enlarged(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        using var scope = NewDisposeScope();
        var (n, c, h, w) = (Pixels.shape[0], Pixels.shape[1], Pixels.shape[2], Pixels.shape[3]);
        var larger = Pixels.view(n, c, h, 1, w, 1).expand(n, c, h, factor, w, factor).reshape(n, c, h * factor, w * factor);
        return new ImageSet(larger.MoveToOuterDisposeScope(), Labels, Classes, Kinds, KindNames)
        {
            Notes = Notes,
            Content = Content is var (top, left, height, width) ? (top * factor, left * factor, height * factor, width * factor) : null,
        };
    }

    /// <summary>Neighbouring pictures as a set that shares their memory.</summary>
    /// <param name="start">The first.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many.</exception>
    public ImageSet Take(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - start);
        return With(tensor => tensor.narrow(0, start, count));
    }

    /// <summary>The pictures of one class, in their order.</summary>
    /// <param name="c">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class, or it has no pictures.</exception>
    public ImageSet OfClass(int c)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(c);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(c, Classes.Count);
        using var scope = NewDisposeScope();
        var places = Labels.eq(c).nonzero().reshape(-1);
        if (places.numel() == 0)
            throw new ArgumentOutOfRangeException(nameof(c), c, $"There are no pictures of the class '{Classes[c]}'.");
        return With(tensor => tensor.index_select(0, places).MoveToOuterDisposeScope());
    }

    /// <summary>The set on another device.</summary>
    /// <param name="device">Where the tensors shall live.</param>
    public ImageSet To(Device device) => With(tensor => tensor.to(device));

    /// <summary>How many pictures of which size and classes, and the notes.</summary>
    public override string ToString() => string.Join('\n',
        [$"{Count} pictures {Shapes.Text(Pixels.shape[1..])} in {Classes.Count} {(Classes.Count == 1 ? "class" : "classes")}: {string.Join(", ", Classes)}", .. Notes]);

    private ImageSet With(Func<Tensor, Tensor> change) =>
        new(change(Pixels), change(Labels), Classes, Kinds is null ? null : change(Kinds), KindNames) { Notes = Notes, Content = Content };

    private static void RequireLabels(Tensor labels, long count, IReadOnlyList<string> names, string what)
    {
        if (labels.dtype != ScalarType.Int64 || labels.dim() != 1 || labels.shape[0] != count)
            throw new ArgumentException($"{count} pictures need {what} of int64 [{count}]; these are {labels.dtype} {Shapes.Text(labels.shape)}.", what);
        using var scope = NewDisposeScope();
        var (least, most) = (labels.min().item<long>(), labels.max().item<long>());
        if (least < 0 || most >= names.Count)
            throw new ArgumentException($"{what} must lie in 0..{names.Count - 1}, as there are {names.Count} names; they reach from {least} to {most}.", what);
    }

    private string Digest()
    {
        using var scope = NewDisposeScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { Pixels, Labels })
            hash.AppendData(part.cpu().contiguous().bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
