using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Diffusion.Storage;

/// <summary>
/// The zip file of a PyTorch checkpoint: entries under one folder, each with a checksum. PyTorch stores them as they are, others deflate them.
/// </summary>
internal sealed class TorchArchive : IDisposable
{
    private const string Resave = "Save it again in PyTorch with torch.save(model.state_dict(), path)";
    private const int MostInflation = 8;            // floating-point weights hardly shrink
    private const long AlwaysAllowed = 64 << 20;    // but a few that are all zero do
    private readonly Dictionary<string, ZipArchiveEntry> _entries = [];
    private readonly ZipArchive _zip;
    private readonly long _mostInflated;
    private readonly string _name;

    public TorchArchive(Stream stream, string name)
    {
        _name = name;
        RefuseForeign(stream);
        _zip = Guard(() => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        _mostInflated = Math.Max(AlwaysAllowed, MostInflation * stream.Length);
        Guard(() => Index(stream.Length));
        if (_entries.ContainsKey("byteorder") && Encoding.ASCII.GetString(Read("byteorder", 16)).Trim() != "little")
            throw BadFile.Error(name, "it was written on a big-endian machine", Resave);
    }

    /// <summary>The most bytes that tensors may add up to: weights share storages, but a small file in which thousands do would fill the memory.</summary>
    public long MostTensors => Math.Min(MostInflation * _entries.Values.Sum(entry => entry.Length), _mostInflated);

    public void Dispose() => _zip.Dispose();

    /// <summary>An entry's bytes, checked against its checksum.</summary>
    public byte[] Read(string entry, long limit)
    {
        if (!_entries.TryGetValue(entry, out var found))
            throw BadFile.Error(_name, $"the entry '{entry}' is missing", Resave);
        if (found.Length > limit)
            throw BadFile.Error(_name, $"the entry '{entry}' has {found.Length} bytes where at most {limit} are expected", Resave);
        return Guard(() =>
        {
            var data = new byte[found.Length];
            using var source = Open(found);
            source.ReadExactly(data);
            if (source.ReadByte() >= 0)
                throw new InvalidDataException($"the entry '{entry}' holds more than the {data.Length} bytes that it claims");
            if (Crc32.HashToUInt32(data) != found.Crc32)
                throw new InvalidDataException($"the checksum of the entry '{entry}' is wrong");
            return data;
        });
    }

    // .NET's reader knows how to inflate, and names most other methods.
    private static Stream Open(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"the entry '{entry.FullName}' is neither stored nor deflated, or damaged: {error.Message}", error);
        }
    }

    private void RefuseForeign(Stream stream)
    {
        var start = new byte[FileKind.Bytes];
        var read = start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        stream.Position = 0;
        if (!read.StartsWith("PK\u0003\u0004"u8))
        {
            FileKind.Refuse(read, _name, "a PyTorch checkpoint");
            throw BadFile.Error(_name, "it is not a zip file, as PyTorch's checkpoints are", "Give a .pth file written by torch.save");
        }
        if (FileKind.IsNpz(read))
            FileKind.Refuse(read, _name, "a PyTorch checkpoint");
    }

    private void Index(long fileLength)
    {
        var pickles = _zip.Entries.Where(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal)).ToList();
        if (pickles.Count != 1)
            throw new InvalidDataException($"it has {pickles.Count} entries data.pkl instead of one");
        var root = pickles[0].FullName[..^"data.pkl".Length];
        foreach (var entry in _zip.Entries)
        {
            if (!entry.FullName.StartsWith(root, StringComparison.Ordinal))
                throw new InvalidDataException($"the entry '{entry.FullName}' lies outside '{root}'");
            if (entry.IsEncrypted)
                throw new InvalidDataException($"the entry '{entry.FullName}' is encrypted");
            if (!_entries.TryAdd(entry.FullName[root.Length..], entry))
                throw new InvalidDataException($"the entry '{entry.FullName}' is there twice");
        }
        if (_zip.Entries.Sum(entry => entry.CompressedLength) > fileLength)
            throw new InvalidDataException("the entries overlap: together they claim more bytes than the file has");
        if (_zip.Entries.Sum(entry => entry.Length) is var inflated && inflated > _mostInflated)
            throw new InvalidDataException($"its entries claim {inflated} bytes once inflated, far more than the file's {fileLength}");
    }

    private void Guard(Action read) => Guard(() =>
    {
        read();
        return true;
    });

    // What the zip reader throws on damage is not documented; whatever it is, the file is at fault.
    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException
            or NotSupportedException or OverflowException)
        {
            throw BadFile.Error(_name, $"the zip archive is damaged or not PyTorch's ({error.Message.TrimEnd('.')})", Resave, error);
        }
    }
}
