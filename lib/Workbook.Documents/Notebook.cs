using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>A Jupyter notebook, nbformat 4.</summary>
/// <param name="Cells">The cells from top to bottom.</param>
internal sealed record Notebook(IReadOnlyList<Cell> Cells)
{
    /// <summary>The format's major version that is read and written.</summary>
    public const int Format = 4;

    /// <summary>The format's minor version that is written: the first with cell ids.</summary>
    public const int FormatMinor = 5;

    /// <summary>Kernel, language and whatever else tools have noted; kept as found.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>What was against the format in the file and was mended, a line each; the notebook itself no longer has it.</summary>
    public IReadOnlyList<string> Mendings { get; init; } = [];

    /// <summary>The text of the first top heading; null where there is none.</summary>
    public string? Title => Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    /// <summary>The kernel that the notebook is written for, where that is one of another language; else null.</summary>
    public string? OtherKernel => NotebookLanguage.Other(this);

    /// <summary>The notebook with one cell replaced.</summary>
    public Notebook WithCell(int index, Cell cell) =>
        this with { Cells = [.. Cells.Take(index), cell, .. Cells.Skip(index + 1)] };

    /// <summary>The notebook as it was before it ever ran.</summary>
    public Notebook Cleared() => this with { Cells = [.. Cells.Select(cell => cell.Cleared())] };
}
