using System.Text.Json.Serialization;

namespace Workbook.Sessions.Protocol;

/// <summary>What a parent asks of its session.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteRequest), "execute")]
[JsonDerivedType(typeof(InputReply), "input")]
[JsonDerivedType(typeof(InterruptRequest), "interrupt")]
[JsonDerivedType(typeof(ShutdownRequest), "shutdown")]
[JsonDerivedType(typeof(CompletionRequest), "complete")]
[JsonDerivedType(typeof(InspectionRequest), "inspect")]
[JsonDerivedType(typeof(CompletenessRequest), "isComplete")]
internal abstract record SessionRequest;

/// <summary>Compile and run a cell; answered by events that end in <see cref="DoneEvent"/>.</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="Name">What errors call the cell.</param>
internal sealed record ExecuteRequest(string Code, string Name) : SessionRequest
{
    /// <summary>Whether someone is there to answer an <see cref="InputEvent"/>; else the console is at its end.</summary>
    public bool AllowInput { get; init; }

    /// <summary>By what the client knows the cell again; null where it tells nothing.</summary>
    [JsonIgnore]
    public string? Cell { get; init; }

    /// <summary>Cells that are no longer there, as the client knows them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> DeletedCells { get; init; } = [];

    /// <summary>Whether what the cell shows goes nowhere.</summary>
    [JsonIgnore]
    public bool IsUnseen { get; init; }
}

/// <summary>A line for the cell that asked for it; null says that there is no more.</summary>
internal sealed record InputReply(int Number, string? Line) : SessionRequest;

/// <summary>Stop the running cell; without one, nothing happens.</summary>
internal sealed record InterruptRequest : SessionRequest;

/// <summary>End the process in good order.</summary>
internal sealed record ShutdownRequest : SessionRequest;

/// <summary>A question about a text; answered by a <see cref="QueryReply"/> of the same number, also while a cell runs.</summary>
internal abstract record QueryRequest : SessionRequest
{
    /// <summary>What the answer is known by.</summary>
    public int Id { get; init; }

    /// <summary>What to reply where nobody knows, or nobody answers.</summary>
    public abstract QueryReply NoAnswer();
}

/// <summary>What may be written at a place?</summary>
/// <param name="Code">The cell's text so far.</param>
/// <param name="Cursor">The place, in UTF-16 code units.</param>
internal sealed record CompletionRequest(string Code, int Cursor) : QueryRequest
{
    public override QueryReply NoAnswer() => CompletionReply.None(Cursor);
}

/// <summary>What stands at a place?</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="Cursor">The place, in UTF-16 code units.</param>
/// <param name="DetailLevel">0 for signature and summary, 1 for all that is known.</param>
internal sealed record InspectionRequest(string Code, int Cursor, int DetailLevel) : QueryRequest
{
    public override QueryReply NoAnswer() => InspectionReply.None;
}

/// <summary>Is this a whole cell?</summary>
/// <param name="Code">The text.</param>
internal sealed record CompletenessRequest(string Code) : QueryRequest
{
    public override QueryReply NoAnswer() => CompletenessReply.Unknown;
}
