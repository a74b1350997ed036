using Workbook.Sessions.Child;
using Workbook.Sessions.Formatting;

namespace Workbook.Sessions.Cells;

/// <summary>Something that a cell has shown and may still change.</summary>
public sealed class DisplayedValue
{
    private readonly string? _mimeType;

    internal DisplayedValue(string displayId, string? mimeType)
    {
        DisplayId = displayId;
        _mimeType = mimeType;
    }

    /// <summary>The id under which hosts know the output.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? value) => CellOutput.Update(
        _mimeType is null ? ValueFormatter.Format(value) : ValueFormatter.Format(value, _mimeType), DisplayId);
}
