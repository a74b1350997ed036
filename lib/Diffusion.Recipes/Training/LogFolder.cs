namespace Diffusion.Recipes.Training;

/// <summary>Which folder a training logs to. TensorBoard draws all events in a folder as one run, so a training never writes beside another's.</summary>
internal static class LogFolder
{
    private static readonly string[] Logs = ["*tfevents*", "epoch-???.png"];

    /// <summary>The folder that was asked for; else that of the training that is resumed; else the usual one, or the first of those
    /// numbered after it that holds no log.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="noted">Of a training that is resumed: what <see cref="Note"/> gave when its state was saved; null where a state
    /// tells nothing of logs.</param>
    /// <returns>The folder; null for no log.</returns>
    /// <exception cref="InvalidOperationException">The folder that was asked for holds another training's log.</exception>
    public static string? Of(TrainingRequest request, string? noted)
    {
        var begun = string.IsNullOrEmpty(noted) ? null : Path.GetFullPath(Path.Combine(request.Out, noted));
        if (request.Logs is null)
            return begun ?? (request.UsualLogs is { } usual ? Free(usual) : null);
        var mayBeItsOwn = begun is null ? request.Resume && noted is null : begun == Path.GetFullPath(request.Logs);
        if (mayBeItsOwn || !HasLog(request.Logs)) return request.Logs;
        throw new InvalidOperationException($"{request.Logs} holds the log of another training, and TensorBoard would draw the two as one. "
            + $"Name another folder by --logs{(begun is null ? "" : $"; the log of the training that is resumed is in {begun}, and goes on there without --logs")}.");
    }

    /// <summary>The folder as a state keeps it: seen from the state's own folder, so that both can be moved; empty for no log.</summary>
    public static string Note(TrainingRequest request, string? folder)
        => folder is null ? "" : Path.GetRelativePath(Path.GetFullPath(request.Out), Path.GetFullPath(folder));

    private static string Free(string usual)
    {
        var folder = usual;
        for (var number = 2; HasLog(folder); number++) folder = $"{usual}-{number}";
        return folder;
    }

    private static bool HasLog(string folder) => Directory.Exists(folder) && Logs.Any(pattern => Directory.EnumerateFiles(folder, pattern).Any());
}
