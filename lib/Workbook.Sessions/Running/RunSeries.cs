namespace Workbook.Sessions.Running;

/// <summary>Runs notebooks one after the other, each in a session of its own.</summary>
/// <param name="library">The folder of the library that they use.</param>
/// <param name="options">How to run each.</param>
/// <param name="onlyChanged">Whether to skip those whose last run would be repeated.</param>
/// <param name="error">Where progress and failures are told.</param>
internal sealed class RunSeries(string library, RunOptions options, bool onlyChanged, TextWriter error)
{
    /// <summary>Runs them all, even after one has failed; an interrupt ends the series.</summary>
    /// <returns>The worst that happened.</returns>
    /// <exception cref="Documents.NotebookException">One is no notebook.</exception>
    /// <exception cref="ParameterException">One does not take the parameters.</exception>
    /// <exception cref="SessionException">No session could be started.</exception>
    public async Task<RunStatus> RunAsync(IReadOnlyList<RunPlan> plans, CancellationToken cancellation)
    {
        var worst = RunStatus.Succeeded;
        foreach (var plan in plans)
        {
            var status = await RunAsync(plan, cancellation);
            worst = status > worst ? status : worst;
            if (status == RunStatus.Interrupted)
            {
                await error.WriteLineAsync($"workbook: interrupted. What has run so far is saved in {plan.Target}.");
                break;
            }
        }
        return worst;
    }

    private async Task<RunStatus> RunAsync(RunPlan plan, CancellationToken cancellation)
    {
        var stamp = RunStamp.Compute(plan.Source, options.Parameters, library);
        if (onlyChanged && stamp is not null && RunStamp.IsCurrent(plan.Target, stamp))
        {
            await error.WriteLineAsync($"{Path.GetFileNameWithoutExtension(plan.Source)}: unchanged, not run again.");
            return RunStatus.Succeeded;
        }
        RunStamp.Remove(plan.Target);
        var result = await RunProgress.ShowAsync(
            error, progress => new NotebookRunner(plan.Source, plan.Target, options, progress).RunAsync(cancellation));
        foreach (var warning in result.Mendings.Concat(result.Warnings))
            await error.WriteLineAsync(warning);
        foreach (var failure in result.Failures)
            await error.WriteLineAsync($"workbook: {failure}");
        if (result.Status == RunStatus.Succeeded)
            RunStamp.Write(plan.Target, stamp!);
        if (!plan.IsInBook && result.Status != RunStatus.Interrupted)
            await error.WriteLineAsync($"{Path.GetFileNameWithoutExtension(plan.Source)}: its results are in {plan.Target}");
        return result.Status;
    }
}
