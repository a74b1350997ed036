using System.Buffers.Binary;

namespace Diffusion.Storage;

/// <summary>Adds records to a file in TFRecord's format: length, its checksum, data, their checksum.</summary>
/// <remarks>Each record goes to the file in one write, so that one who reads along finds whole records.</remarks>
internal sealed class RecordFile(string path) : IDisposable
{
    private const int Header = sizeof(ulong) + sizeof(uint);

    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Append(ReadOnlySpan<byte> data)
    {
        var record = new byte[Header + data.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), Crc32C.Masked(record.AsSpan(0, sizeof(ulong))));
        data.CopyTo(record.AsSpan(Header));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(Header + data.Length), Crc32C.Masked(data));
        _file.Write(record);
    }

    public void Flush() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();
}
