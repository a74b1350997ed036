using System.Text.Json.Serialization;

namespace Workbook.Sessions.Protocol;

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
