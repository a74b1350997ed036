using System.Text.Json.Serialization;
using Workbook.Documents;

namespace Workbook.Sessions.Protocol;

/// <summary>The answer to a <see cref="QueryRequest"/>.</summary>
internal abstract record QueryReply : SessionEvent
{
    /// <summary>The request's number.</summary>
    public int Id { get; init; }
}

/// <summary>What may be written at a place.</summary>
/// <param name="Matches">The texts to insert, the likeliest first.</param>
/// <param name="Start">Where what they replace begins, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Types">
/// What each is, in the order of <paramref name="Matches"/>: one of <see cref="CompletionType"/>'s names.
/// </param>
internal sealed record CompletionReply(
    IReadOnlyList<string> Matches, int Start, int End, IReadOnlyList<string> Types) : QueryReply
{
    /// <summary>Nothing to say at <paramref name="cursor"/>.</summary>
    public static CompletionReply None(int cursor) => new([], cursor, cursor, []);
}

/// <summary>What stands at a place.</summary>
/// <param name="Found">Whether anything is known of it.</param>
/// <param name="Data">Signature and documentation as plain text and Markdown.</param>
internal sealed record InspectionReply(bool Found, MimeBundle Data) : QueryReply
{
    /// <summary>Nothing is known.</summary>
    public static InspectionReply None { get; } = new(false, new MimeBundle([]));
}

/// <summary>Whether a text can be run as it stands.</summary>
/// <param name="Status">What an editor should do with the Enter key.</param>
/// <param name="Indent">For an incomplete one, the blanks with which its next line should begin.</param>
internal sealed record CompletenessReply(Completeness Status, string Indent = "") : QueryReply
{
    /// <summary>Nobody could say; an editor decides by itself.</summary>
    public static CompletenessReply Unknown { get; } = new(Completeness.Unknown);
}

/// <summary>Whether a text is a whole cell: Jupyter's names in lower case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Completeness>))]
internal enum Completeness
{
    Unknown,
    Complete,

    /// <summary>More must follow, such as a closing brace.</summary>
    Incomplete,

    /// <summary>Nothing that follows would make it right.</summary>
    Invalid,
}
