using Workbook.Base;

namespace Workbook.Documents;

/// <summary>Reads and writes notebooks in either format, as the file's ending says.</summary>
internal static class NotebookFile
{
    public const string Jupyter = ".ipynb";
    public const string Polyglot = ".dib";

    /// <summary>Whether a file's ending is one of a notebook.</summary>
    public static bool IsNotebook(string path) => Path.GetExtension(path).ToLowerInvariant() is Jupyter or Polyglot;

    /// <exception cref="NotebookException">The file is missing, of neither format, or wrong in itself.</exception>
    public static Notebook Read(string path) => Choose(path, NotebookReader.Read, DibReader.Read);

    /// <param name="text">The file's contents.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="ending">Which format it is in.</param>
    /// <exception cref="NotebookException">The text is wrong in itself.</exception>
    public static Notebook Parse(string text, string name, string ending) =>
        Choose<Func<string, string, Notebook>>(ending, _ => NotebookReader.Parse, _ => DibReader.Parse)(text, name);

    /// <summary>Saves the notebook atomically.</summary>
    /// <exception cref="NotebookException">The ending is that of neither format.</exception>
    public static void Write(Notebook notebook, string path) => Choose<Action<Notebook, string>>(
        path, _ => NotebookWriter.Write, _ => DibWriter.Write)(notebook, path);

    private static T Choose<T>(string path, Func<string, T> jupyter, Func<string, T> polyglot) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            Jupyter => jupyter(path),
            Polyglot => polyglot(path),
            var other => throw new NotebookException(path, $"is no notebook: its ending is '{other}'.", $"Name a {Jupyter} or {Polyglot} file."),
        };
}

/// <summary>A file is no notebook that can be read; the message says where, why and what to do.</summary>
internal sealed class NotebookException : ForeseenException
{
    public NotebookException(string file, string problem, string remedy)
        : base($"{file}: {problem} {remedy}") { }

    public NotebookException(string message, Exception inner)
        : base(message, inner: inner) { }
}
