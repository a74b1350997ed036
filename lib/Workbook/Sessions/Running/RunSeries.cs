using Workbook.Book;
using Workbook.Documents;
using Workbook.Setup;

namespace Workbook.Sessions.Running;

/// <summary>Runs notebooks one after the other, each in a session of its own, and makes the book of them.</summary>
/// <param name="repository">The project.</param>
/// <param name="options">How to run each.</param>
/// <param name="onlyChanged">Whether to skip those whose last run would be repeated.</param>
/// <param name="makeBook">Whether to write the pages afterwards.</param>
internal sealed class RunSeries(Repository repository, RunOptions options, bool onlyChanged, bool makeBook)
{
    /// <summary>Runs them. Results are told on <paramref name="output"/>, progress and failures on <paramref name="error"/>.</summary>
    /// <returns>The program's exit code.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<string> notebooks, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var plans = RunPlan.Create(repository, notebooks);
            await Preparation.EnsureAsync(repository, Need.Library | (makeBook ? Need.Assets : 0), cancellation);
            var status = RunStatus.Succeeded;
            foreach (var plan in plans)
            {
                status = Worst(status, await RunAsync(plan, error, cancellation));
                if (status == RunStatus.Interrupted)
                {
                    await error.WriteLineAsync("workbook: interrupted. What has run so far is saved in artifacts/run.");
                    return ExitCode.Interrupted;
                }
            }
            if (makeBook)
                await MakeBookAsync(output, error);
            return status == RunStatus.Succeeded ? ExitCode.Success : ExitCode.Failure;
        }
        catch (Exception problem) when (problem is NotebookException or ParameterException or SessionException or BookException)
        {
            await error.WriteLineAsync($"workbook: {problem.Message}");
            return problem is ParameterException ? ExitCode.Usage : ExitCode.Failure;
        }
    }

    private async Task<RunStatus> RunAsync(RunPlan plan, TextWriter error, CancellationToken cancellation)
    {
        var stamp = RunStamp.Compute(plan.Source, options.Parameters, repository.Library);
        if (onlyChanged && RunStamp.IsCurrent(plan.Target, stamp))
        {
            await error.WriteLineAsync($"{Path.GetFileNameWithoutExtension(plan.Source)}: unchanged, not run again.");
            return RunStatus.Succeeded;
        }
        RunStamp.Remove(plan.Target);
        var result = await RunProgress.ShowAsync(
            error, progress => new NotebookRunner(plan.Source, plan.Target, options, progress).RunAsync(cancellation));
        foreach (var failure in result.Failures)
            await error.WriteLineAsync($"workbook: {failure}");
        if (result.Status == RunStatus.Succeeded)
            RunStamp.Write(plan.Target, stamp);
        return result.Status;
    }

    private async Task MakeBookAsync(TextWriter output, TextWriter error)
    {
        var book = BookBuilder.Build(repository);
        foreach (var warning in book.Warnings)
            await error.WriteLineAsync($"workbook: {warning}");
        await output.WriteLineAsync(book.Index);
    }

    private static RunStatus Worst(RunStatus one, RunStatus other) => one > other ? one : other;
}
