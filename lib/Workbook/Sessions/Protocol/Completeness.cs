using System.Text.Json.Serialization;

namespace Workbook.Sessions.Protocol;

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
