using System.Text.Json.Serialization;
using Workbook.Documents;

namespace Workbook.Sessions.Protocol;

/// <summary>What a session tells its parent, in the order in which it happened.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ReadyEvent), "ready")]
[JsonDerivedType(typeof(StreamEvent), "stream")]
[JsonDerivedType(typeof(WarningEvent), "warning")]
[JsonDerivedType(typeof(DisplayEvent), "display")]
[JsonDerivedType(typeof(UpdateEvent), "update")]
[JsonDerivedType(typeof(ResultEvent), "result")]
[JsonDerivedType(typeof(ClearEvent), "clear")]
[JsonDerivedType(typeof(InputEvent), "input")]
[JsonDerivedType(typeof(ErrorEvent), "error")]
[JsonDerivedType(typeof(FallEvent), "fall")]
[JsonDerivedType(typeof(DoneEvent), "done")]
[JsonDerivedType(typeof(CompletionReply), "completion")]
[JsonDerivedType(typeof(InspectionReply), "inspection")]
[JsonDerivedType(typeof(CompletenessReply), "completeness")]
internal abstract record SessionEvent;

/// <summary>The process is up and takes cells.</summary>
internal sealed record ReadyEvent : SessionEvent;

/// <summary>Text written to the console (<c>stdout</c> or <c>stderr</c>).</summary>
internal sealed record StreamEvent(string Name, string Text) : SessionEvent;

/// <summary>What the cell may not mean as it stands, though it runs: place, message and line.</summary>
internal sealed record WarningEvent(string Text) : SessionEvent
{
    /// <summary>The warning as every client shows it: text on the error stream.</summary>
    public StreamEvent AsStream => new(StreamOutput.Error, Text + "\n");
}

/// <summary>A value in its representations.</summary>
internal abstract record RichEvent(MimeBundle Data) : SessionEvent;

/// <summary>A value to show; <paramref name="DisplayId"/> lets a later event replace it.</summary>
internal sealed record DisplayEvent(MimeBundle Data, string? DisplayId) : RichEvent(Data);

/// <summary>A new version of every output shown under <paramref name="DisplayId"/>.</summary>
internal sealed record UpdateEvent(MimeBundle Data, string DisplayId) : RichEvent(Data);

/// <summary>The cell's value.</summary>
internal sealed record ResultEvent(MimeBundle Data) : RichEvent(Data);

/// <summary>The outputs so far are to go: at once, or (<paramref name="Wait"/>) when the next one comes.</summary>
internal sealed record ClearEvent(bool Wait) : SessionEvent;

/// <summary>The cell waits for a line of input; an <see cref="InputReply"/> of the same number answers it.</summary>
internal sealed record InputEvent(int Number) : SessionEvent;

/// <summary>The cell failed: an exception, a compiler's complaint or the end of the process.</summary>
/// <param name="Name">The exception's type.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">The lines to print.</param>
/// <param name="Line">The cell's line at fault, from 1; null where it is unknown.</param>
internal sealed record ErrorEvent(string Name, string Value, IReadOnlyList<string> Traceback, int? Line) : SessionEvent;

/// <summary>Native code is about to end the process: where the cell stood.</summary>
/// <param name="Traceback">The lines that name cells and lines, the innermost first.</param>
/// <param name="Line">The cell's line, from 1; null where it is unknown.</param>
internal sealed record FallEvent(IReadOnlyList<string> Traceback, int? Line) : SessionEvent;

/// <summary>The last event of every cell.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Sync">The mark that the session put at the end of its native console streams.</param>
internal sealed record DoneEvent(CellStatus Status, string? Sync = null) : SessionEvent;

/// <summary>How a cell ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellStatus>))]
internal enum CellStatus
{
    Succeeded,

    /// <summary>It threw, or did not compile.</summary>
    Failed,

    /// <summary>It was interrupted; what it had done so far is kept.</summary>
    Interrupted,

    /// <summary>It took the session's process with it: all variables are lost.</summary>
    Died,
}
