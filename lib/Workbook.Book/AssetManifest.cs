using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workbook.Base;

namespace Workbook.Book;

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

/// <summary>A script or style that pages link: our copy where there is one, else its CDN.</summary>
/// <param name="Name">What pages ask for it by: <c>plotly</c>, <c>katex</c>, <c>katex-css</c>.</param>
/// <param name="Version">Of its package.</param>
/// <param name="File">Our copy, relative to <c>artifacts/assets</c>, with <c>/</c>; null where there is none.</param>
/// <param name="Cdn">Where a page can load the same bytes from.</param>
/// <param name="Integrity">The hash that a browser checks (<c>sha384-…</c>); the same for the copy and for the CDN.</param>
internal sealed record Asset(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("file")] string? File,
    [property: JsonPropertyName("cdn")] string Cdn,
    [property: JsonPropertyName("integrity")] string Integrity);
