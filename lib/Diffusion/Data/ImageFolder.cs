using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Pictures of a reader's own: a folder of PNG, JPEG, WebP, GIF or BMP files, one subfolder a class.</summary>
public static class ImageFolder
{
    /// <summary>Reads all pictures, classes and files in the order of their names.</summary>
    /// <remarks>A folder is read whole or refused; what is no picture is left out and named in <see cref="ImageSet.Notes"/>.</remarks>
    /// <param name="path">A folder whose subfolders are the classes, with all that lies in them; without subfolders, its files are one
    /// class of its name.</param>
    /// <param name="size">Height and width of all pictures: larger and smaller ones are cropped to their middle square and scaled.
    /// Their own, one for all, if null.</param>
    /// <returns>The pictures; <see cref="ImageSet.Notes"/> says what was done to them.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">
    /// A class has no pictures, or pictures lie beside the classes; a file cannot be read, or a picture has another size than the others.
    /// </exception>
    public static ImageSet Load(string path, int? size = null)
    {
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"{path}: there is no such folder. Put pictures there, one subfolder a class.");
        ArgumentOutOfRangeException.ThrowIfLessThan(size ?? 1, 1, nameof(size));
        var content = FolderContent.Of(Path.GetFullPath(path));
        var (pixels, notes) = Pixels([.. content.Classes.SelectMany(inClass => inClass.Files)], size);
        long[] labels = [.. content.Classes.SelectMany((inClass, c) => inClass.Files.Select(_ => (long)c))];
        return new ImageSet(pixels, tensor(labels), [.. content.Classes.Select(inClass => inClass.Name)]) { Notes = [.. content.Notes, .. notes] };
    }

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
            if (shape is null) (shape, pixels) = (found, Room(files, data.Length));
            if (!found.SequenceEqual(shape))
                throw BadFile.Error(files[n], $"it has {found[2]}×{found[1]} pixels, but {files[0]} has {shape[2]}×{shape[1]}",
                    "Give all pictures one size, or name the size that they shall be cropped and scaled to: size: 32 (recipes: --size 32)");
            data.Span.CopyTo(pixels.AsSpan(n * data.Length));
        }
        return (new StoredTensor(ScalarType.Byte, [files.Length, .. shape!], pixels).ToTensor(), tally.Notes);
    }

    private static byte[] Room(string[] files, int bytes) => files.Length <= Array.MaxLength / bytes
        ? new byte[files.Length * bytes]
        : throw BadFile.Error(files[0], $"{files.Length} pictures of this size take more than 2 GB", "Give fewer or smaller ones");
}
