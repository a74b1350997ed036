using System.Text.Json.Nodes;

namespace Workbook.Jupyter.Messages;

/// <summary>A message from a client, whose signature was right.</summary>
/// <param name="Identities">The frames that lead back to the client.</param>
/// <param name="Header">Its header as it came, to be named as the parent of all that answers it.</param>
/// <param name="Type">Such as <c>execute_request</c>.</param>
/// <param name="Metadata">What its client says beside it.</param>
/// <param name="Content">What it says.</param>
/// <param name="Arrival">When it came, by the system's clock for durations.</param>
internal sealed record Request(
    IReadOnlyList<byte[]> Identities, byte[] Header, string Type, JsonObject Metadata, JsonObject Content, long Arrival)
{
    private const string Suffix = "_request";

    /// <summary>The type of message that answers it; null where none does.</summary>
    public string? ReplyType => Type.EndsWith(Suffix, StringComparison.Ordinal) ? Type[..^Suffix.Length] + "_reply" : null;

    /// <summary>The name by which the client knows the cell: the same when it is run again. Null where it tells none.</summary>
    public string? CellId => Metadata["cellId"] is JsonValue value && value.TryGetValue<string>(out var id) ? id : null;

    /// <summary>The names of cells that the reader has deleted, where the client tells of them, as JupyterLab does.</summary>
    public IReadOnlyList<string> DeletedCells =>
        Metadata["deletedCells"] is JsonArray cells ? [.. cells.Select(cell => cell?.ToString()).OfType<string>()] : [];

    /// <summary>Whether VS Code sent the cell: its cells are documents of their own.</summary>
    public bool IsFromVSCode => CellId?.StartsWith("vscode-", StringComparison.Ordinal) == true;

    /// <exception cref="FormatException">There is no such text.</exception>
    public string Text(string name) => Content[name] is JsonValue value && value.TryGetValue<string>(out var text)
        ? text
        : throw new FormatException($"{Type} needs the text '{name}'.");

    public bool Flag(string name, bool otherwise) =>
        Content[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>A whole number; a number with decimals is cut.</summary>
    public int Number(string name, int otherwise) =>
        Content[name] is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number)
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
            : otherwise;
}
