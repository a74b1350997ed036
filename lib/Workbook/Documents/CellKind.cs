namespace Workbook.Documents;

/// <summary>What a cell holds: nbformat's <c>cell_type</c>.</summary>
internal enum CellKind
{
    Code,
    Markdown,
    Raw,
}
