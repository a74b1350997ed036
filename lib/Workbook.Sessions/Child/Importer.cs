using Workbook.Documents;
using Workbook.Sessions.Child.Directives;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>Reads what <c>#!import</c> names.</summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class Importer(string folder)
{
    private readonly Stack<string> _open = new();

    /// <summary>Runs the file's code in order, by <paramref name="run"/>, which is given each piece with its name for messages.</summary>
    /// <exception cref="DirectiveException">The file is not there, is of another kind, or imports itself.</exception>
    public void Import(Directive directive, Action<string, string> run)
    {
        var path = Path.GetFullPath(Path.Combine(folder, directive.Argument));
        if (directive.Argument.Length == 0)
            throw new DirectiveException("#!import wants a file: #!import \"other.ipynb\".", directive.Line);
        if (!File.Exists(path))
            throw new DirectiveException($"#!import: {directive.Argument} is not there. Paths start at the notebook's folder.", directive.Line);
        if (_open.Contains(path))
            throw new DirectiveException($"#!import: {directive.Argument} imports itself.", directive.Line);
        _open.Push(path);
        try
        {
            foreach (var (code, name) in Read(path, directive))
                run(code, name);
        }
        finally
        {
            _open.Pop();
        }
    }

    private static IEnumerable<(string Code, string Name)> Read(string path, Directive directive)
    {
        var name = directive.Argument;
        if (Path.GetExtension(path) is ".cs" or ".csx")
            return [(ReadText(path, directive), name)];
        try
        {
            var notebook = NotebookFile.Read(path);
            if (notebook.OtherKernel is { } kernel)
                throw new DirectiveException($"#!import: {directive.Argument} is written for the kernel {kernel}, not for C#.", directive.Line);
            if (notebook.Mendings.Count > 0)
                CellOutput.Post(new WarningEvent(string.Join('\n', notebook.Mendings.Select(mending => $"{name}: {mending}"))));
            return notebook.Cells
                .Where(cell => cell.Kind == CellKind.Code)
                .Select((cell, index) => (cell.Code, $"{name}, cell {index + 1}"));
        }
        catch (NotebookException error)
        {
            throw new DirectiveException($"#!import: {error.Message}", directive.Line);
        }
    }

    private static string ReadText(string path, Directive directive)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"#!import: {directive.Argument} cannot be read: {error.Message}", directive.Line);
        }
    }
}
