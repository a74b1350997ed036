using System.CommandLine;
using Workbook.Base;
using Workbook.Book;
using Workbook.Book.Pages;
using Workbook.Book.Publishing;
using Workbook.Sessions.Running;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook publish</c>: writes static results into the notebooks that are committed.</summary>
internal static class PublishCommand
{
    private const string Plotly = "plotly";

    public static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "What to publish; all of notebooks/ if none is named.",
        };
        var command = new Command("publish",
            "Write results into the notebooks themselves, as text and pictures: for readers without a kernel. " +
            "A notebook is run first, unless its last run is still good.")
        {
            notebooks,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            var plans = RunPlan.Create(repository, parsed.GetValue(notebooks) ?? []);
            await Preparation.EnsureAsync(repository, Need.Library | Need.Assets | Need.Browser, cancellation);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var status = await RunAsync(repository, plans, error, cancellation);
            if (status != RunStatus.Succeeded)
                return status == RunStatus.Interrupted ? ExitCode.Interrupted : ExitCode.Failure;
            await PublishAsync(repository, plans, output, cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<RunStatus> RunAsync(Repository repository, IReadOnlyList<RunPlan> plans, TextWriter error, CancellationToken cancellation)
    {
        var toRun = plans.Where(plan => !IsGood(NotebookRun.Read(plan.Source, plan.Target))).ToList();
        return await new RunSeries(repository.Library, new RunOptions(), onlyChanged: false, error).RunAsync(toRun, cancellation);
    }

    private static bool IsGood(NotebookRun run) => run is { Status: PageStatus.Complete, Stale: false, HasParameters: false };

    private static async Task PublishAsync(Repository repository, IReadOnlyList<RunPlan> plans, TextWriter output, CancellationToken cancellation)
    {
        var chromium = BrowserStep.Find(new Machine())
            ?? throw new SetupException("Figures are drawn with Chromium, which is not installed. Type: apt-get install chromium");
        var plotly = AssetManifest.Load(repository).FirstOrDefault(asset => asset.Name == Plotly)?.File
            ?? throw new SetupException("Figures are drawn with plotly.js, which was not fetched. Type: ./workbook setup");
        await using var painter = await FigurePainter.StartAsync(chromium, Path.Combine(repository.Assets, plotly), cancellation);
        var publisher = new Publisher(repository, painter);
        foreach (var plan in plans)
        {
            var size = await publisher.PublishAsync(plan.Source, plan.Target, cancellation);
            output.WriteLine($"{Path.GetRelativePath(repository.Root, plan.Source)}: {size / 1000} kB");
        }
    }
}
