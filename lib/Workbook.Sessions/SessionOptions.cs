using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>How a session is started.</summary>
/// <param name="Folder">Its working directory: the notebook's folder, from which <c>#r</c> and <c>#load</c> paths start.</param>
internal sealed record SessionOptions(string Folder)
{
    /// <summary>How long the process may take to answer for the first time.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an interrupted cell may take to stop before the process is ended.</summary>
    public TimeSpan InterruptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an editor waits for a completion or the like, before it goes without.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Variables that the process gets besides its parent's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Hears what happens while no cell runs, as when one has left a task behind; by default nobody does.</summary>
    public Action<SessionEvent> BetweenCells { get; init; } = _ => { };
}
