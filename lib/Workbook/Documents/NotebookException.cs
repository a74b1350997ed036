namespace Workbook.Documents;

/// <summary>A file is no notebook that can be read; the message says where, why and what to do.</summary>
internal sealed class NotebookException : Exception
{
    public NotebookException(string file, string problem, string remedy)
        : base($"{file}: {problem} {remedy}") { }

    public NotebookException(string message, Exception inner)
        : base(message, inner) { }
}
