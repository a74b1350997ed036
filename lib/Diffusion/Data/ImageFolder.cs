using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Pictures of a reader's own: a folder of PNG, JPEG, WebP, GIF or BMP files, one subfolder a class.</summary>
public static class ImageFolder
{
    private static readonly string[] s_otherFormats = [".tif", ".tiff", ".heic", ".heif", ".avif", ".jxl", ".jp2", ".svg", ".ico", ".psd"];

    /// <summary>Reads all pictures, classes and files in the order of their names.</summary>
    /// <param name="path">A folder whose subfolders are the classes; without subfolders, its files are one class of its name.</param>
    /// <param name="size">Height and width of all pictures: larger and smaller ones are cropped to their middle square and scaled. Their own, one for all, if null.</param>
    /// <returns>The pictures; <see cref="ImageSet.Notes"/> says what was done to them.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">
    /// A class has no pictures, a file cannot be read, or a picture has another size than the others, or one that 4 does not divide.
    /// </exception>
    public static ImageSet Load(string path, int? size = null)
    {
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"{path}: there is no such folder. Put pictures there, one subfolder a class.");
        if (size is { } side) PictureShape.RequireSize(side, side, path);
        string[] folders = [.. Directory.EnumerateDirectories(path).Where(folder => !IsHidden(folder)).Order(StringComparer.Ordinal)];
        if (folders.Length == 0) folders = [Path.GetFullPath(path)];
        var files = folders.Select(Files).ToArray();
        var (pixels, notes) = Pixels([.. files.SelectMany(inClass => inClass)], size);
        long[] labels = [.. files.SelectMany((inClass, c) => inClass.Select(_ => (long)c))];
        return new ImageSet(pixels, tensor(labels), [.. folders.Select(folder => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)))])
        {
            Notes = notes,
        };
    }

    private static string[] Files(string folder)
    {
        var all = Directory.EnumerateFiles(folder).Where(file => !IsHidden(file)).ToArray();
        if (all.FirstOrDefault(file => EndsIn(file, s_otherFormats)) is { } other)
            throw BadFile.Error(other, "pictures of this format cannot be read", "Save it as PNG, or remove it");
        string[] files = [.. all.Where(file => EndsIn(file, PictureFile.Endings)).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw BadFile.Error(folder, "it holds no pictures", "Put the pictures of one class there, or remove the folder");
    }

    private static bool EndsIn(string file, IEnumerable<string> endings) => endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');

    private static (Tensor Pixels, IReadOnlyList<string> Notes) Pixels(string[] files, int? size)
    {
        IReadOnlyList<long>? shape = null;
        var (pixels, tally) = (Array.Empty<byte>(), new PictureTally(size));
        for (var n = 0; n < files.Length; n++)
        {
            using var stream = File.OpenRead(files[n]);
            var picture = PictureFile.Decode(stream, files[n], size);
            tally.Add(picture);
            var (found, data) = (picture.Pixels.Shape, picture.Pixels.Data);
            if (shape is null)
            {
                PictureShape.RequireSize(found[1], found[2], files[n]);
                (shape, pixels) = (found, Room(files, data.Length));
            }
            if (!found.SequenceEqual(shape))
                throw BadFile.Error(files[n], $"it has {found[2]}×{found[1]} pixels, but {files[0]} has {shape[2]}×{shape[1]}",
                    "Give all pictures one size, or name the size that they shall be scaled to");
            data.Span.CopyTo(pixels.AsSpan(n * data.Length));
        }
        return (new StoredTensor(ScalarType.Byte, [files.Length, .. shape!], pixels).ToTensor(), tally.Notes);
    }

    private static byte[] Room(string[] files, int bytes) => files.Length <= Array.MaxLength / bytes
        ? new byte[files.Length * bytes]
        : throw BadFile.Error(files[0], $"{files.Length} pictures of this size take more than 2 GB", "Give fewer or smaller ones");
}
