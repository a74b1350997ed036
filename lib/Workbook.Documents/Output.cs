using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>One output of a code cell: nbformat's four kinds.</summary>
internal abstract record Output;

/// <summary>Text written to a console stream.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">All consecutive text of that stream.</param>
internal sealed record StreamOutput(string Name, string Text) : Output
{
    public const string Out = "stdout";
    public const string Error = "stderr";
}

/// <summary>A value in one or several representations.</summary>
/// <param name="Data">The representations, by MIME type.</param>
internal abstract record RichOutput(MimeBundle Data) : Output
{
    /// <summary>Hints for a representation, such as an image's width.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The id under which a running cell may replace this output; not part of the file.</summary>
    public string? DisplayId { get; init; }
}

/// <summary>A value that a cell displayed.</summary>
internal sealed record DisplayOutput(MimeBundle Data) : RichOutput(Data);

/// <summary>A cell's value: its last expression without a semicolon.</summary>
/// <param name="Data">The representations, by MIME type.</param>
/// <param name="ExecutionCount">The number in the cell's brackets.</param>
internal sealed record ResultOutput(MimeBundle Data, int? ExecutionCount) : RichOutput(Data);

/// <summary>An exception or a compiler's complaint.</summary>
/// <param name="Name">The exception's type.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">Where it came from, outermost last; lines may hold ANSI colours.</param>
internal sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : Output;
