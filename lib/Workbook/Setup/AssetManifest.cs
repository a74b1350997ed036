using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workbook.Setup;

/// <summary><c>artifacts/assets/assets.json</c>: what pages link, as an array of <see cref="Asset"/>.</summary>
internal static class AssetManifest
{
    private static readonly JsonSerializerOptions Json =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string PathIn(string assets) => Path.Combine(assets, "assets.json");

    /// <summary>The assets; empty where set-up has not run or the file cannot be read.</summary>
    public static IReadOnlyList<Asset> Load(Repository repository)
    {
        var path = PathIn(repository.Assets);
        if (!File.Exists(path))
            return [];
        try
        {
            return JsonSerializer.Deserialize<Asset[]>(File.ReadAllText(path), Json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public static void Save(string assets, IEnumerable<Asset> all) =>
        File.WriteAllText(PathIn(assets), JsonSerializer.Serialize(all, Json) + "\n");

    /// <summary>A hash as browsers and npm write it.</summary>
    /// <param name="bytes">What is hashed.</param>
    /// <param name="like">An integrity whose algorithm is taken.</param>
    public static string Integrity(byte[] bytes, string like) => like.StartsWith("sha512-", StringComparison.Ordinal)
        ? "sha512-" + Convert.ToBase64String(SHA512.HashData(bytes))
        : "sha384-" + Convert.ToBase64String(SHA384.HashData(bytes));
}
