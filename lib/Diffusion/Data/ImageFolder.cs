using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Pictures of a reader's own: a folder of PNG files, one subfolder a class.</summary>
public static class ImageFolder
{
    private static readonly string[] s_otherFormats = [".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff"];

    /// <summary>Reads all PNG files, classes and files in the order of their names.</summary>
    /// <param name="path">A folder whose subfolders are the classes; without subfolders, its files are one class of its name.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">
    /// A class has no pictures, a file cannot be read, or a picture has another size than the others, or one that 4 does not divide.
    /// </exception>
    public static ImageSet Load(string path)
    {
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"{path}: there is no such folder. Put PNG files there, one subfolder a class.");
        string[] folders = [.. Directory.EnumerateDirectories(path).Where(folder => !IsHidden(folder)).Order(StringComparer.Ordinal)];
        if (folders.Length == 0) folders = [Path.GetFullPath(path)];
        var files = folders.Select(Files).ToArray();
        var pixels = Pixels([.. files.SelectMany(inClass => inClass)]);
        long[] labels = [.. files.SelectMany((inClass, c) => inClass.Select(_ => (long)c))];
        return new ImageSet(pixels, tensor(labels), [.. folders.Select(folder => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)))]);
    }

    private static string[] Files(string folder)
    {
        var all = Directory.EnumerateFiles(folder).Where(file => !IsHidden(file)).ToArray();
        if (all.FirstOrDefault(file => s_otherFormats.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)) is { } other)
            throw BadFile.Error(other, "only PNG pictures can be read", "Save it as PNG");
        string[] files = [.. all.Where(file => Path.GetExtension(file).Equals(".png", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw BadFile.Error(folder, "it holds no PNG files", "Put the pictures of one class there, or remove the folder");
    }

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');

    private static Tensor Pixels(string[] files)
    {
        long[]? size = null;
        var pixels = Array.Empty<byte>();
        for (var n = 0; n < files.Length; n++)
        {
            using var stream = File.OpenRead(files[n]);
            var picture = PngFile.Read(stream, files[n]);
            if (size is null)
            {
                size = [.. picture.Shape];
                PictureShape.RequireSize(size[1], size[2], files[n]);
                pixels = Room(files, picture.Data.Length);
            }
            if (!picture.Shape.SequenceEqual(size))
                throw BadFile.Error(files[n], $"it has {picture.Shape[2]}×{picture.Shape[1]} pixels, but {files[0]} has {size[2]}×{size[1]}", "Give all pictures one size");
            picture.Data.Span.CopyTo(pixels.AsSpan(n * picture.Data.Length));
        }
        return new StoredTensor(ScalarType.Byte, [files.Length, .. size!], pixels).ToTensor();
    }

    private static byte[] Room(string[] files, int bytes) => files.Length <= Array.MaxLength / bytes
        ? new byte[files.Length * bytes]
        : throw BadFile.Error(files[0], $"{files.Length} pictures of this size take more than 2 GB", "Give fewer or smaller ones");
}
