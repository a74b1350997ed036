using System.IO.Compression;
using System.Text;

namespace Diffusion.Tests.Storage;

/// <summary>Builds checkpoints as PyTorch lays them out, good or bad, with a pickle written by hand.</summary>
internal static class CheckpointFile
{
    public static byte[] With(byte[] pickle, CompressionLevel compression = CompressionLevel.NoCompression, params (string Name, byte[] Data)[] entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, data) in entries.Prepend(("data.pkl", pickle)))
            {
                using var entry = zip.CreateEntry($"archive/{name}", compression).Open();
                entry.Write(data);
            }
        }
        return file.ToArray();
    }

    /// <summary>A checkpoint with the same entries, packed otherwise.</summary>
    public static byte[] Repacked(byte[] file, CompressionLevel compression)
    {
        using var source = new ZipArchive(new MemoryStream(file));
        var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName, compression).Open();
                from.CopyTo(to);
            }
        }
        return target.ToArray();
    }

    /// <summary>A state dict of one tensor "w": float32, from a storage of <paramref name="count"/> elements.</summary>
    public static byte[] OneTensor(int count, int offset, int[] shape, int[] strides, string storage = "FloatStorage")
        => [0x80, 2, (byte)'}', (byte)'(', .. Text("w"), .. Global("torch._utils", "_rebuild_tensor_v2"), (byte)'(', (byte)'(',
            .. Text("storage"), .. Global("torch", storage), .. Text("0"), .. Text("cpu"), .. Int(count), (byte)'t', (byte)'Q',
            .. Int(offset), .. Tuple(shape), .. Tuple(strides), 0x89, .. Global("collections", "OrderedDict"), (byte)')', (byte)'R',
            (byte)'t', (byte)'R', (byte)'u', (byte)'.'];

    /// <summary>The tensor of such a checkpoint alone, one row, as a value in a larger pickle.</summary>
    public static byte[] Tensor(int count) => OneTensor(count, 0, [1, count], [count, 1])[10..^2];

    /// <summary>A tensor without an axis, the storage's first number.</summary>
    public static byte[] Scalar() => OneTensor(3, 0, [], [])[10..^2];

    /// <summary>A dictionary as a value in a larger pickle.</summary>
    public static byte[] Dictionary(params (string Key, byte[] Value)[] entries)
        => [(byte)'}', (byte)'(', .. entries.SelectMany(entry => Text(entry.Key).Concat(entry.Value)), (byte)'u'];

    /// <summary>A whole pickle of one value.</summary>
    public static byte[] Pickle(byte[] value) => [0x80, 2, .. value, (byte)'.'];

    public static byte[] Global(string module, string name) => Encoding.ASCII.GetBytes($"c{module}\n{name}\n");

    public static byte[] Text(string text) => [(byte)'X', (byte)text.Length, 0, 0, 0, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Int(int value) => [(byte)'J', .. BitConverter.GetBytes(value)];

    private static byte[] Tuple(int[] values) => [(byte)'(', .. values.SelectMany(Int), (byte)'t'];
}
