using System.Text.RegularExpressions;
using Workbook.Base;
using Workbook.Documents;

namespace Workbook.Book.Publishing;

/// <summary>Keeps what only this machine knows out of a committed notebook.</summary>
/// <param name="repository">The project, whose folder becomes a dot.</param>
internal sealed partial class Privacy(Repository repository)
{
    /// <exception cref="BookException">A path or an address of this machine is left.</exception>
    public Output Clean(Cell cell, Output output) => output switch
    {
        StreamOutput stream => stream with { Text = Clean(cell, stream.Text) },
        DisplayOutput display => display with { Data = Clean(cell, display.Data) },
        ResultOutput result => result with { Data = Clean(cell, result.Data) },
        ErrorOutput error => error with { Value = Clean(cell, error.Value), Traceback = [.. error.Traceback.Select(line => Clean(cell, line))] },
        _ => output,
    };

    private MimeBundle Clean(Cell cell, MimeBundle data) =>
        data.Text(MimeBundle.Plain) is { } text ? data.With(MimeBundle.Plain, Clean(cell, text)) : data;

    private string Clean(Cell cell, string text)
    {
        var clean = text.Replace(repository.Root, ".", StringComparison.Ordinal);
        return Secret().Match(clean) is { Success: true } found
            ? throw new BookException($"Cell {cell.Id} prints '{found.Value}', which belongs to this machine. Let it print something else.")
            : clean;
    }

    [GeneratedRegex(@"(?<![\w.])/(home|root|tmp|var|usr|work|mnt|Users|opt)/[^\s'""]*|\b[A-Z]:\\[^\s'""]+|\b(?:(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3})\b")]
    private static partial Regex Secret();
}
