namespace Workbook.Setup;

/// <summary>What the reader asked of <c>workbook setup</c>; null means "as remembered".</summary>
internal sealed record SetupOptions
{
    /// <summary><c>cpu</c> or <c>cuda</c>.</summary>
    public string? Device { get; init; }

    /// <summary>Whether to try again what fell back to something lesser, as pages did to a CDN.</summary>
    public bool Refresh { get; init; }
}
