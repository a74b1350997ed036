using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// TorchSharp's own binary format. Numbers are LEB128. A tensor is its element type, the number of its dimensions, each of them, and the
/// elements as they lie in memory; a state is the number of its entries, and each entry a name and a tensor.
/// </summary>
internal static class TensorFile
{
    private const int MostDimensions = 64;                  // as in libtorch
    private const long ChunkElements = 1 << 24;             // a span holds no more than 2 GiB

    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        using var host = tensor.cpu();
        using var dense = host.contiguous();
        using var flat = dense.view(-1);
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.shape.Length);
        foreach (var length in tensor.shape) writer.Write7BitEncodedInt64(length);
        foreach (var chunk in Chunks(flat)) writer.Write(chunk.bytes);
    }

    public static Tensor Read(BinaryReader reader)
    {
        var (type, shape) = ReadHead(reader);
        var tensor = empty(shape, dtype: type);
        using var flat = tensor.view(-1);
        foreach (var chunk in Chunks(flat)) reader.BaseStream.ReadExactly(chunk.bytes);
        return tensor;
    }

    /// <summary>Reads a LEB128 number, 0 or more.</summary>
    public static long ReadNumber(BinaryReader reader)
    {
        try
        {
            return reader.Read7BitEncodedInt64() is >= 0 and var number ? number : throw NotATensor("a number is negative");
        }
        catch (FormatException)
        {
            throw NotATensor("a number has too many digits");
        }
    }

    /// <summary>Writes a file aside and renames it, so that a reader sees the old file or the whole new one.</summary>
    public static void WriteWhole(string location, Action<BinaryWriter> write)
    {
        var aside = $"{location}.{Guid.NewGuid():N}.part";
        try
        {
            using (var writer = new BinaryWriter(File.Create(aside))) write(writer);
            File.Move(aside, location, overwrite: true);
        }
        finally
        {
            File.Delete(aside);                             // nothing there after the rename
        }
    }

    private static (ScalarType Type, long[] Shape) ReadHead(BinaryReader reader)
    {
        var type = ReadNumber(reader);
        if (type > sbyte.MaxValue || !Enum.IsDefined((ScalarType)type)) throw NotATensor($"there is no element type {type}");
        var dimensions = ReadNumber(reader);
        if (dimensions > MostDimensions) throw NotATensor($"it has {dimensions} dimensions");
        var shape = new long[dimensions];
        for (var at = 0; at < shape.Length; at++) shape[at] = ReadNumber(reader);
        RequireBytes(reader.BaseStream, (ScalarType)type, shape);
        return ((ScalarType)type, shape);
    }

    // Before memory is taken for it: a file that is cut short, or none of ours, may ask for any amount.
    private static void RequireBytes(Stream stream, ScalarType type, long[] shape)
    {
        if (!stream.CanSeek) return;
        var wanted = shape.Aggregate((double)type.ElementSize(), (product, length) => product * length);
        if (wanted > stream.Length - stream.Position)
            throw new EndOfStreamException($"The file ends within a tensor of shape [{string.Join(", ", shape)}]: it is cut short, or not TorchSharp's.");
    }

    private static InvalidDataException NotATensor(string why) => new($"No tensor in TorchSharp's format begins here: {why}.");

    private static IEnumerable<Tensor> Chunks(Tensor flat)
    {
        for (long start = 0; start < flat.numel(); start += ChunkElements)
        {
            using var chunk = flat.narrow(0, start, Math.Min(ChunkElements, flat.numel() - start));
            yield return chunk;
        }
    }
}
