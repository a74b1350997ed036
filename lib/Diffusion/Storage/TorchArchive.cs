using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Diffusion.Storage;

/// <summary>The zip file of a PyTorch checkpoint: uncompressed entries under one folder, each with a checksum.</summary>
internal sealed class TorchArchive : IDisposable
{
    private const string Resave = "Save it again in PyTorch with torch.save(model.state_dict(), path)";
    private readonly Dictionary<string, ZipArchiveEntry> entries = [];
    private readonly ZipArchive zip;
    private readonly string name;

    public TorchArchive(Stream stream, string name)
    {
        this.name = name;
        RefuseForeign(stream);
        zip = Guard(() => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        Guard(() => Index(stream.Length));
        if (entries.ContainsKey("byteorder") && Encoding.ASCII.GetString(Read("byteorder", 16)).Trim() != "little")
            throw BadFile.Error(name, "it was written on a big-endian machine", Resave);
    }

    public void Dispose() => zip.Dispose();

    /// <summary>An entry's bytes, checked against its checksum.</summary>
    public byte[] Read(string entry, long limit)
    {
        if (!entries.TryGetValue(entry, out var found))
            throw BadFile.Error(name, $"the entry '{entry}' is missing", Resave);
        if (found.Length > limit)
            throw BadFile.Error(name, $"the entry '{entry}' has {found.Length} bytes where at most {limit} are expected", Resave);
        return Guard(() =>
        {
            var data = new byte[found.Length];
            using var source = found.Open();
            source.ReadExactly(data);
            if (Crc32.HashToUInt32(data) != found.Crc32)
                throw new InvalidDataException($"the checksum of the entry '{entry}' is wrong");
            return data;
        });
    }

    private void RefuseForeign(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (start[..read].SequenceEqual("PK\u0003\u0004"u8))
            return;
        if (read > 1 && start[0] == 0x80)
            throw BadFile.Error(name, "it is a bare pickle, as PyTorch wrote before 1.6", Resave);
        throw BadFile.Error(name, "it is not a zip file, as PyTorch's checkpoints are", "Give a .pth file written by torch.save");
    }

    private void Index(long fileLength)
    {
        var pickles = zip.Entries.Where(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal)).ToList();
        if (pickles.Count != 1)
            throw new InvalidDataException($"it has {pickles.Count} entries data.pkl instead of one");
        var root = pickles[0].FullName[..^"data.pkl".Length];
        foreach (var entry in zip.Entries)
        {
            if (!entry.FullName.StartsWith(root, StringComparison.Ordinal))
                throw new InvalidDataException($"the entry '{entry.FullName}' lies outside '{root}'");
            if (entry.Length != entry.CompressedLength || entry.Length > fileLength)
                throw new InvalidDataException(
                    $"the entry '{entry.FullName}' is compressed or claims more bytes than the file has; PyTorch stores entries as they are");
            if (!entries.TryAdd(entry.FullName[root.Length..], entry))
                throw new InvalidDataException($"the entry '{entry.FullName}' is there twice");
        }
        if (zip.Entries.Sum(entry => entry.Length) > fileLength)
            throw new InvalidDataException("the entries overlap: together they claim more bytes than the file has");
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
            throw BadFile.Error(name, $"the zip archive is damaged or not PyTorch's ({error.Message.TrimEnd('.')})", Resave, error);
        }
    }
}
