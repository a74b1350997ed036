using System.Net;
using Workbook.Base;
using Workbook.Book.Pages;

namespace Workbook.Book;

/// <summary>The scripts, styles and fonts of the pages: the book's own copies where set-up brought them, else their CDN.</summary>
internal sealed class BookAssets
{
    private const string Folder = "assets";
    private const string Typefaces = "fonts.css";
    private static readonly string[] Written = ["book.css", "slides.css", "book.js", "slides.js"];

    /// <summary>Below the assets; absent where set-up had no network.</summary>
    private const string FontFolder = "fonts";

    private readonly string _source;
    private readonly Dictionary<string, Asset> _assets;

    private BookAssets(string source, IEnumerable<Asset> assets)
    {
        _source = source;
        _assets = assets.ToDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    /// <summary>What is lacking for pages that need no network.</summary>
    public IReadOnlyList<string> Missing => Wanted().Where(name => _assets.GetValueOrDefault(name)?.File is null).ToList() is { Count: > 0 } names
        ? [$"{string.Join(", ", names)} will be loaded over the network when a page is read. `./workbook setup` brings copies."]
        : [];

    /// <summary>The style sheets, for a page's head.</summary>
    public string Styles => Link("katex-css") + string.Concat(Own.Where(name => name.EndsWith(".css", StringComparison.Ordinal))
        .Select(name => $"<link rel=\"stylesheet\" href=\"{Folder}/{name}\">\n"));

    public static BookAssets Find(Repository repository) => new(repository.Assets, AssetManifest.Load(repository));

    /// <summary>The scripts, for a page's end; the chart script is large, and only where a page has charts.</summary>
    public string Scripts(bool charts) =>
        Load("katex") + (charts ? Load("plotly") : "") + string.Join('\n', Written.Where(name => name.EndsWith(".js", StringComparison.Ordinal))
            .Select(name => $"<script src=\"{Folder}/{name}\" defer></script>"));

    /// <summary>Puts the copies into a book.</summary>
    public void CopyTo(string book)
    {
        var target = Path.Combine(book, Folder);
        Directory.CreateDirectory(target);
        foreach (var name in Own)
            File.WriteAllText(Path.Combine(target, name), Template.Read(name));
        if (!Directory.Exists(_source))
            return;
        var manifest = AssetManifest.PathIn(_source);
        foreach (var file in Directory.EnumerateFiles(_source, "*", SearchOption.AllDirectories).Where(file => file != manifest))
            BookFolder.Copy(file, Path.Combine(target, Path.GetRelativePath(_source, file)));
    }

    /// <summary>The book's own files.</summary>
    private IEnumerable<string> Own => Directory.Exists(Path.Combine(_source, FontFolder)) ? [Typefaces, .. Written] : Written;

    private static string[] Wanted() => ["plotly", "katex", "katex-css"];

    private string Link(string name) =>
        Address(name) is { } address ? $"<link rel=\"stylesheet\" {address.Replace("src=", "href=", StringComparison.Ordinal)}>\n" : "";

    private string Load(string name) => Address(name) is { } address ? $"<script {address} defer></script>\n" : "";

    // A copy beside the page needs no hash, and browsers refuse to check one in a file without an origin.
    private string? Address(string name) => _assets.GetValueOrDefault(name) switch
    {
        null => null,
        { File: { } file } => $"src=\"{Folder}/{WebUtility.HtmlEncode(file)}\"",
        var asset => $"src=\"{WebUtility.HtmlEncode(asset.Cdn)}\" integrity=\"{WebUtility.HtmlEncode(asset.Integrity)}\" crossorigin=\"anonymous\"",
    };
}
