using System.Text.Json.Nodes;

namespace Workbook.Tests.Jupyter;

/// <summary>A message as a client sees it.</summary>
internal sealed record WireMessage(JsonObject Header, JsonObject Parent, JsonObject Content)
{
    public string Type => (string)Header["msg_type"]!;

    public string? ParentId => (string?)Parent["msg_id"];

    public string Text(string name) => (string)Content[name]!;
}
