using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbook.Base;

namespace Workbook.Documents;

/// <summary>Writes notebooks as .NET Interactive's own format: plain text, without outputs.</summary>
internal static class DibWriter
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Saves the notebook atomically.</summary>
    public static void Write(Notebook notebook, string path) => Aside.WriteText(path, ToText(notebook));

    public static string ToText(Notebook notebook)
    {
        List<string> lines = ["#!meta", "", Meta(notebook).ToJsonString(Json), ""];
        foreach (var cell in notebook.Cells)
            lines.AddRange(["#!" + cell.Kernel, "", cell.Source, ""]);
        return string.Join('\n', lines);
    }

    private static JsonObject Meta(Notebook notebook)
    {
        var own = new JsonObject { [DibMeta.Cells] = new JsonArray([.. notebook.Cells.Select(Describe)]) };
        if (!JsonNode.DeepEquals(notebook.Metadata, DibMeta.DefaultNotebook))
            own[DibMeta.Metadata] = notebook.Metadata.DeepClone();
        return new JsonObject { [DibMeta.KernelInfo] = KernelInfo(notebook), [DibMeta.Own] = own };
    }

    private static JsonObject KernelInfo(Notebook notebook)
    {
        var info = notebook.Metadata["polyglot_notebook"]?[DibMeta.KernelInfo] is JsonObject known
            ? known.DeepClone().AsObject()
            : DibMeta.DefaultKernelInfo;
        // Other readers take a cell for one only if its language is declared.
        if (notebook.Cells.Any(cell => cell.Kind == CellKind.Raw) && info["items"] is JsonArray items)
            items.Add(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = KernelNames.Raw });
        return info;
    }

    private static JsonObject Describe(Cell cell)
    {
        var entry = new JsonObject
        {
            [DibMeta.Id] = cell.Id,
            [DibMeta.Lines] = cell.Source.Split('\n').Length,
            [DibMeta.Hash] = DibMeta.HashOf(cell.Source),
        };
        if (!JsonNode.DeepEquals(cell.Metadata, DibMeta.DefaultCell(cell.Kind, cell.Kernel)))
            entry[DibMeta.Metadata] = cell.Metadata.DeepClone();
        if (cell.Attachments is not null)
            entry[DibMeta.Attachments] = cell.Attachments.DeepClone();
        return entry;
    }
}
