using Workbook.Book;

namespace Workbook.Setup;

/// <summary>A package of scripts and styles, pinned to its bytes.</summary>
/// <param name="Name">On npm.</param>
/// <param name="Version">The one pinned.</param>
/// <param name="Integrity">The hash of its tarball.</param>
/// <param name="Scripts">The files that pages link.</param>
/// <param name="Others">Licences and fonts: a path in the package (or a pattern ending in <c>*.woff2</c>) and where it goes.</param>
internal sealed record AssetPackage(
    string Name,
    string Version,
    string Integrity,
    IReadOnlyList<AssetScript> Scripts,
    IReadOnlyDictionary<string, string> Others)
{
    /// <summary>All that pages need. A new version is pinned by its hashes: <c>openssl dgst -sha512 -binary FILE | base64 -w0</c>.</summary>
    public static IReadOnlyList<AssetPackage> All { get; } =
    [
        new(
            "plotly.js-cartesian-dist-min",
            "4.1.1",
            "sha512-o8GrFeusncwBIxbBynRJpY4pkgVB6caM+JLpwrLYbbsO7dZ8FJ+SVN2Fr+L7kiG/Z6w4P5O0Jus/Qr5EefHVeg==",
            [
                new("plotly", "plotly-cartesian.min.js", "plotly-cartesian.min.js",
                    "sha384-zc4SwKObGL/W0M3RUI09UPWjlgIZHfbwMgcZO6713mRh78tfUmIQKhzCyE2LIiUg"),
            ],
            new Dictionary<string, string> { ["LICENSE"] = "plotly.LICENSE" }),
        new(
            "katex",
            "0.19.1",
            "sha512-jG8uKntjSEcm2EpQOh0XturpPuuC9r3Sq5HLHdsFdWZT27E672SF19QEi+of0/YeOy15lDgRhKvr5614uRrEfA==",
            [
                new("katex-css", "dist/katex.min.css", "katex/katex.min.css",
                    "sha384-WwGtaC6ywCHxA5cstpj/3+xIZvTez8dq2IcBQaXRkenHZ7FVVq1ZROtURwfbtTlG"),
                new("katex", "dist/katex.min.js", "katex/katex.min.js",
                    "sha384-a1WQdjRj162i159OYq041X6I4K8NenkrI09LlPmiHg0YOb7CR+wJOraXwK9abpnE"),
            ],
            new Dictionary<string, string> { ["LICENSE"] = "katex/LICENSE", ["dist/fonts/*.woff2"] = "katex/fonts/" }),
        Font("source-serif-4", "5.3.1", "sha512-4Rtay22SC4lMvw11r/+9kxANB6P3M0X8s1NudBC2v0J1KU2y3DcMoNcT3lBoZ/CqLirzf+StlO6UlJilyrvaUg=="),
        Font("source-sans-3", "5.3.0", "sha512-dpi0GZk7EQe2tYpg6Q0Fx0OmUgnuGu+0rHPgtXqtKhglYmJuP7jZ12Mu1uN+NfRaJRY1Emn8AQJEWzmoZ4wa9g=="),
        Font("jetbrains-mono", "5.3.0", "sha512-F32xpS2NsGYoQi2ADSkKTgpJj7ozajsGgDJ8woTnqjmIB+dxDIqImjl4pXZVEExu8UFZ2ndhmX18EBS/hdz3Lw=="),
    ];

    private static string[] FontParts => ["latin-wght-normal", "latin-wght-italic", "greek-wght-normal", "greek-wght-italic"];

    /// <summary>A typeface's Latin and Greek; without it pages take what the system has, so that it has no CDN.</summary>
    private static AssetPackage Font(string name, string version, string integrity) => new(
        $"@fontsource-variable/{name}",
        version,
        integrity,
        [],
        FontParts.ToDictionary(part => $"files/{name}-{part}.woff2", part => $"fonts/{name}-{part}.woff2")
            .Append(new("LICENSE", $"fonts/{name}.LICENSE")).ToDictionary());

    /// <summary>What pages link when <paramref name="haveCopies"/> says whether our copies are there.</summary>
    public IEnumerable<Asset> Assets(bool haveCopies) => Scripts.Select(script => new Asset(
        script.Name,
        Version,
        haveCopies ? script.Target : null,
        $"https://cdn.jsdelivr.net/npm/{Name}@{Version}/{script.Path}",
        script.Integrity));

    /// <summary>Where a file of the package goes, relative to the assets; null for what is not taken.</summary>
    public string? TargetOf(string path)
    {
        if (Scripts.FirstOrDefault(script => script.Path == path) is { } script)
            return script.Target;
        foreach (var (pattern, target) in Others)
            if (pattern == path)
                return target;
            else if (pattern.Split('*') is [var start, var end] && path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal))
                return target + path[start.Length..];
        return null;
    }
}

/// <summary>One file of a package that pages link.</summary>
/// <param name="Name">What pages ask for it by.</param>
/// <param name="Path">In the package.</param>
/// <param name="Target">Below <c>artifacts/assets</c>.</param>
/// <param name="Integrity">The hash that a browser checks.</param>
internal sealed record AssetScript(string Name, string Path, string Target, string Integrity);
