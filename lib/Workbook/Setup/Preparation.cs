using Workbook.Base;

namespace Workbook.Setup;

/// <summary>Makes ready what a command needs; does nothing where it is ready.</summary>
internal static class Preparation
{
    /// <summary>Returns when all of <paramref name="needs"/> is there; progress goes to standard error.</summary>
    /// <exception cref="SetupException">Something is missing and could not be installed; the message says what to type.</exception>
    public static Task<bool> EnsureAsync(Repository repository, Need needs, CancellationToken cancellation) =>
        EnsureAsync(repository, needs, new SetupOptions(), cancellation);

    /// <summary>As above; false where nothing was to be done.</summary>
    public static Task<bool> EnsureAsync(Repository repository, Need needs, SetupOptions options, CancellationToken cancellation)
    {
        var machine = new Machine();
        return EnsureAsync(repository, needs, options, machine, StepLog.OnStandardError(machine), cancellation);
    }

    public static async Task<bool> EnsureAsync(
        Repository repository, Need needs, SetupOptions options, Machine machine, StepLog log, CancellationToken cancellation)
    {
        if (AreDone(Steps(repository, needs, options, machine, log)))
            return false;
        using var held = await SetupLock.TakeAsync(repository, log, cancellation);
        foreach (var step in Steps(repository, needs, options, machine, log))
            if (!step.IsDone())
                await log.RunAsync(step.Title, report => step.RunAsync(report, cancellation));
        return true;
    }

    /// <summary>The steps in their order; each may rely on those before it.</summary>
    internal static IReadOnlyList<IStep> Steps(Repository repository, Need needs, SetupOptions options, Machine machine, StepLog log)
    {
        var packages = new DebianPackages(machine, log);
        var steps = new List<IStep>();
        if (needs.HasFlag(Need.Assets) || needs.HasFlag(Need.Library))
            steps.Add(new AssetsStep(repository, machine, log, options.Refresh));
        if (needs.HasFlag(Need.Library))
            steps.Add(new LibraryStep(repository, machine, options));
        if (needs.HasFlag(Need.Browser))
            steps.Add(new BrowserStep(machine, packages));
        if (needs.HasFlag(Need.Jupyter))
            steps.Add(new JupyterStep(machine, packages));
        if (needs.HasFlag(Need.JupyterClients))
            steps.Add(new JupyterClientsStep(machine, packages));
        return steps;
    }

    /// <summary>A step before it undone may undo the ones after it, so the first that is not done decides.</summary>
    private static bool AreDone(IEnumerable<IStep> steps) => steps.All(step => step.IsDone());
}

/// <summary>What a command needs to be ready before it starts.</summary>
[Flags]
internal enum Need
{
    /// <summary>Scripts, styles and fonts of the pages, with <c>artifacts/assets/assets.json</c>.</summary>
    Assets = 1,

    /// <summary>The library published into <c>artifacts/lib</c>.</summary>
    Library = 2,

    /// <summary>Chromium and fonts, for tests and for static pictures.</summary>
    Browser = 4,

    /// <summary>Jupyter itself, for <c>workbook lab</c>.</summary>
    Jupyter = 8,

    /// <summary>Debian's Jupyter clients, for tests.</summary>
    JupyterClients = 16,
}

/// <summary>What the reader asked of <c>workbook setup</c>; null means "as remembered".</summary>
internal sealed record SetupOptions
{
    /// <summary><c>cpu</c> or <c>cuda</c>.</summary>
    public string? Device { get; init; }

    /// <summary>Whether to try again what fell back to something lesser, as pages did to a CDN.</summary>
    public bool Refresh { get; init; }
}

/// <summary>One part of set-up: says whether it is done, by looking, and does it.</summary>
internal interface IStep
{
    string Title { get; }

    /// <summary>Whether nothing is to be done. Quick, without network, and without changing anything.</summary>
    bool IsDone();

    /// <summary>Does it; interrupted anywhere, it can be done again.</summary>
    /// <param name="report">Takes the line it is at.</param>
    /// <param name="cancellation">Ends it.</param>
    Task RunAsync(Action<string> report, CancellationToken cancellation);
}
