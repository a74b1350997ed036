using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Pictures of a reader's own in a NumPy file, and their labels in another.</summary>
public static class NpyImages
{
    /// <summary>Reads pictures [N, H, W, C], [N, C, H, W] or [N, H, W] of 1 or 3 channels, and their labels [N] or one-hot [N, classes].</summary>
    /// <param name="imagesPath">The pictures: uint8, or floating-point numbers whose range is named. Read one at a time.</param>
    /// <param name="labelsPath">The labels, of any type of number; all pictures are one class, of the file's name, if null.</param>
    /// <param name="range">What the pictures' numbers mean.</param>
    /// <param name="classes">The classes' names; "class 0" and so on if null.</param>
    /// <exception cref="InvalidDataException">A file is damaged, its shape or its numbers do not suit, or the files do not suit each other.</exception>
    public static ImageSet Load(
        string imagesPath, string? labelsPath = null, PixelRange range = PixelRange.Bytes, IReadOnlyList<string>? classes = null)
    {
        using var scope = NewDisposeScope();
        if (labelsPath is null)
        {
            var all = NpyPixels.Load(imagesPath, range);
            return new ImageSet(all.MoveToOuterDisposeScope(), zeros(all.shape[0], dtype: ScalarType.Int64).MoveToOuterDisposeScope(),
                classes ?? [Path.GetFileNameWithoutExtension(imagesPath)]);
        }
        var (labels, count) = NpyLabels.Load(labelsPath);
        if (classes is not null && classes.Count < count)
            throw BadFile.Error(labelsPath, $"it has {count} classes, but {classes.Count} names were given", "Name every class");
        var pixels = NpyPixels.Load(imagesPath, range);
        if (pixels.shape[0] != labels.shape[0])
            throw BadFile.Error(labelsPath, $"it has {labels.shape[0]} labels for the {pixels.shape[0]} pictures of {imagesPath}",
                "Give one label for each picture");
        return new ImageSet(
            pixels.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope(), classes ?? [.. Enumerable.Range(0, count).Select(c => $"class {c}")]);
    }
}

/// <summary>What the numbers of a file of pictures mean.</summary>
public enum PixelRange
{
    /// <summary>Whole numbers from 0, black, to 255, white: bytes, or wider integers.</summary>
    Bytes,

    /// <summary>Floating-point numbers from 0, black, to 1, white.</summary>
    ZeroToOne,

    /// <summary>Floating-point numbers from −1, black, to 1, white.</summary>
    MinusOneToOne,

    /// <summary>Floating-point numbers from 0, black, to 255, white.</summary>
    ZeroTo255,
}
