using System.Security.Cryptography;
using Diffusion.Storage;

namespace Diffusion.Data;

/// <summary>A file whose bytes are known beforehand.</summary>
internal sealed record KnownFile(string Name, string Sha256, long? Bytes = null)
{
    public bool IsIn(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>The file's path, once its size and its hash are those known.</summary>
    public string Verified(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: the file is not there. Download it from the course, or use the workbook's own sprites.", path);
        using var stream = File.OpenRead(path);
        if (stream.Length != (Bytes ?? stream.Length))
            throw BadFile.Error(path, $"it has {stream.Length} bytes instead of {Bytes}", "Download it from the course again");
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        return hash == Sha256 ? path
            : throw BadFile.Error(path, $"its SHA-256 is {hash} instead of {Sha256}", "Download it from the course again");
    }
}
