using System.Security.Cryptography;

namespace Diffusion.Recipes.Quality;

/// <summary>Files of trained weights.</summary>
internal static class WeightsFile
{
    /// <summary>The path, if there is a file.</summary>
    /// <exception cref="FileNotFoundException">There is none; the message says which training writes it.</exception>
    public static string Require(string path, string job) => File.Exists(path) ? path
        : throw new FileNotFoundException($"{path} does not exist; `recipes train {job} --out {Path.GetDirectoryName(path)}` writes it.", path);

    public static string Digest(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
