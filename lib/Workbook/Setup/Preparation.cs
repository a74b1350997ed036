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
