namespace Workbook.Sessions.Running;

/// <summary>How notebooks are run.</summary>
internal sealed record RunOptions
{
    /// <summary>What to set in the notebook's cell of parameters.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Go on after a failing cell; the run still counts as failed.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>How long one cell may take; null for as long as it wants.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>How long the session may take to start.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>A value for one of a notebook's parameters, as typed on the command line.</summary>
internal sealed record Parameter(string Name, string Value);
