using System.Buffers.Binary;
using System.Text;
using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Reads and writes arrays in NumPy's format (.npy, versions 1 to 3; NEP 1).</summary>
public static class NpyFile
{
    private const int Alignment = 64;
    private const int MaxHeader = 64 * 1024;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads an array into a tensor.</summary>
    /// <param name="path">A .npy file.</param>
    /// <param name="device">Where the tensor shall live; the CPU if null.</param>
    /// <exception cref="InvalidDataException">The file is not a whole .npy file of a type that a tensor can have.</exception>
    public static Tensor Load(string path, Device? device = null)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path).ToTensor(device);
    }

    /// <summary>Writes a tensor, C order, little-endian; the file appears only once it is whole.</summary>
    /// <param name="path">Where to; a file there is replaced.</param>
    /// <param name="tensor">Any tensor but bfloat16, which NumPy does not know.</param>
    public static void Save(string path, Tensor tensor)
    {
        var stored = StoredTensor.From(tensor);
        AtomicFile.Write(path, stream => Write(stream, stored));
    }

    /// <summary>Reads an array; the stream must end where the array does.</summary>
    /// <param name="stream">A seekable stream.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <exception cref="InvalidDataException">It is not a whole .npy file of a type that a tensor can have.</exception>
    public static StoredTensor Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var header = Open(stream, name, Array.MaxLength);
        var data = new byte[stream.Length - stream.Position];
        stream.ReadExactly(data);
        Booleans.Check(data, header.Dtype, name, "the array");
        return header.ToStored(data);
    }

    /// <summary>Reads up to the elements, and makes sure that they and nothing else follow.</summary>
    internal static NpyHeader Open(Stream stream, string name, long limit)
    {
        var header = NpyHeader.Parse(ReadHeader(stream, name), name);
        var left = stream.Length - stream.Position;
        var bytes = Elements.Bytes(header.Dtype, header.Shape, limit)
            ?? throw BadFile.Error(name, $"the header's shape {Elements.Describe(header.Shape)} is too large for one array",
                "Store it in parts of less than 2 GB");
        if (bytes > left)
            throw BadFile.Truncated(name, $"the array {Elements.Describe(header.Shape)} of {header.Dtype}", bytes, left);
        if (bytes < left)
            throw BadFile.Error(name, $"{left - bytes} bytes follow the array's end", "Save one array a file with numpy.save");
        return header;
    }

    /// <summary>The elements of each index of the first axis, little-endian and in C order; what was given is gone when the next is asked for.</summary>
    /// <remarks>In Fortran order they lie scattered over the file, which is read whole then.</remarks>
    internal static IEnumerable<ReadOnlyMemory<byte>> Rows(Stream stream, NpyHeader header, string name)
    {
        var left = stream.Length - stream.Position;
        if (header.FortranOrder && header.Shape.Length > 1)
        {
            if (left > Array.MaxLength)
                throw BadFile.Error(name, $"it has {left} bytes in Fortran order, more than fit in memory at once", "Save it with numpy.ascontiguousarray");
            var all = new byte[left];
            stream.ReadExactly(all);
            var whole = header.ToStored(all).Data;
            var length = whole.Length / (int)header.Shape[0];
            for (var n = 0; n < header.Shape[0]; n++)
                yield return whole.Slice(n * length, length);
            yield break;
        }
        var (row, buffer) = (header with { Shape = header.Shape[1..] }, new byte[left / header.Shape[0]]);
        for (var n = 0; n < header.Shape[0]; n++)
        {
            stream.ReadExactly(buffer);
            yield return row.ToStored(buffer).Data;
        }
    }

    /// <summary>Writes an array as version 1.0.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensor">The array.</param>
    /// <exception cref="ArgumentException">NumPy has no such element type (bfloat16).</exception>
    public static void Write(Stream stream, StoredTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensor);
        var text = NpyHeader.Format(tensor);
        var unpadded = Magic.Length + 4 + text.Length + 1;
        text = text.PadRight(text.Length + (Alignment - unpadded % Alignment) % Alignment) + "\n";
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)text.Length);
        stream.Write(Magic);
        stream.Write([1, 0]);
        stream.Write(length);
        stream.Write(Encoding.ASCII.GetBytes(text));
        stream.Write(tensor.Data.Span);
    }

    private static string ReadHeader(Stream stream, string name)
    {
        var beginning = stream.Position;
        Span<byte> start = stackalloc byte[8];
        var whole = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length;
        if (!start.StartsWith(Magic))
        {
            stream.Position = beginning;
            FileKind.Refuse(stream, name, "a NumPy array (.npy)");
        }
        if (!whole || !start.StartsWith(Magic))
            throw BadFile.Error(name, "it does not begin with NumPy's magic bytes", "Give a file written by numpy.save");
        if (start[6] is < 1 or > 3)
            throw BadFile.Error(name, $"format version {start[6]}.{start[7]} is unknown", "Save it again with numpy.save");
        Span<byte> size = stackalloc byte[4];
        size.Clear();
        var width = start[6] == 1 ? 2 : 4;
        if (stream.ReadAtLeast(size[..width], width, throwOnEndOfStream: false) < width)
            throw BadFile.Truncated(name, "the header's length at byte 8", width, stream.Length - 8);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > MaxHeader)
            throw BadFile.Error(name, $"the header claims {length} bytes, more than the {MaxHeader} allowed",
                "The file is damaged or foreign; save it again with numpy.save");
        var left = stream.Length - stream.Position;
        if (length > left)
            throw BadFile.Truncated(name, "the header", length, left);
        var text = new byte[length];
        stream.ReadExactly(text);
        return Encoding.UTF8.GetString(text);
    }
}
