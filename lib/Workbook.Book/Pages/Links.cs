using Workbook.Base;

namespace Workbook.Book.Pages;

/// <summary>Turns links as a notebook writes them into links that work in the book's folder.</summary>
/// <remarks>
/// A link to a notebook leads to its page; any other file of the project is copied into the book. Pages may be written
/// at the same time.
/// </remarks>
internal sealed class Links
{
    private const string FilesFolder = "files";

    private readonly Repository _repository;
    private readonly Dictionary<string, BookPage> _pages;
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<string> _broken = [];

    public Links(Repository repository, IEnumerable<BookPage> pages)
    {
        _repository = repository;
        _pages = pages.ToDictionary(page => page.Source, StringComparer.Ordinal);
    }

    /// <summary>Files to copy: the place in the book, and where each comes from.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Links that lead nowhere, each with the notebook that it stands in.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>The command that runs a notebook.</summary>
    public string Command(string source) => $"./workbook run {Path.GetRelativePath(_repository.Root, source).Replace('\\', '/')}";

    /// <summary>The link in the book; null where it leads nowhere.</summary>
    /// <param name="source">The notebook that it stands in.</param>
    /// <param name="url">The link as written.</param>
    public string? Rewrite(string source, string url)
    {
        if (url.StartsWith('#') || IsElsewhere(url))
            return url;
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : url[hash..];
        var path = Uri.UnescapeDataString(hash < 0 ? url : url[..hash]);
        var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, path));
        if (_pages.TryGetValue(full, out var page))
            return page.Address + fragment;
        var relative = Path.GetRelativePath(_repository.Root, full).Replace('\\', '/');
        if (!File.Exists(full) || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative))
        {
            lock (_broken)
                _broken.Add($"{Path.GetRelativePath(_repository.Root, source)}: the link {url} leads to no file of the project.");
            return null;
        }
        var place = $"{FilesFolder}/{relative}";
        lock (_files)
            _files[place] = full;
        return string.Join('/', place.Split('/').Select(Uri.EscapeDataString)) + fragment;
    }

    private static bool IsElsewhere(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "data"
        && !url.StartsWith('/');
}
