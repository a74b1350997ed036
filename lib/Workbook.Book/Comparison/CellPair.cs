using System.Text.Json.Nodes;
using Workbook.Book.Outputs;
using Workbook.Documents;

namespace Workbook.Book.Comparison;

/// <summary>A cell of one notebook and what became of it in another.</summary>
/// <param name="Before">Null where the cell is new.</param>
/// <param name="After">Null where the cell is gone.</param>
internal sealed record CellPair(Cell? Before, Cell? After)
{
    /// <summary>Notes that programs leave at every save, and that say nothing about the cell.</summary>
    private static readonly string[] Passing = ["execution", "vscode", "dotnet_interactive", "polyglot_notebook", "collapsed"];

    public bool IsSourceSame => Before is { } before && After is { } after && before.Kind == after.Kind && before.Source == after.Source;

    /// <summary>Whether both show the same, numbers of runs and times aside.</summary>
    public bool AreOutputsSame { get; } = (Before?.Outputs ?? []).Select(Shown).SequenceEqual((After?.Outputs ?? []).Select(Shown), StringComparer.Ordinal);

    public bool IsMetadataSame => JsonNode.DeepEquals(Lasting(Before), Lasting(After));

    public bool IsSame => IsSourceSame && AreOutputsSame && IsMetadataSame;

    /// <summary>Whether a cell stands on one side alone.</summary>
    public bool IsLone => Before is null || After is null;

    /// <summary>A cell's notes without those.</summary>
    public static JsonObject Lasting(Cell? cell)
    {
        var notes = (cell?.Metadata ?? []).DeepClone().AsObject();
        foreach (var key in Passing) notes.Remove(key);
        return notes;
    }

    private static string Shown(Output output) => output switch
    {
        StreamOutput stream => $"{stream.Name}\n{stream.Text}",
        ErrorOutput error => $"{error.Name}\n{error.Value}",
        RichOutput rich when OutputRenderer.Choose(rich.Data) is { } mime => $"{mime}\n{rich.Data[mime]?.ToJsonString()}",
        _ => "",
    };
}
