using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Workbook.Sessions.Running;

/// <summary>Shows a run's progress: a live bar on a terminal, plain lines elsewhere.</summary>
internal static class RunProgress
{
    private const int TextWidth = 60;

    /// <summary>Runs the work and shows what it reports until it ends.</summary>
    public static Task<T> ShowAsync<T>(TextWriter error, Func<IProgress<RunStep>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        var terminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        return terminal ? ShowBarAsync(console, work) : work(new Lines(error));
    }

    private static Task<T> ShowBarAsync<T>(IAnsiConsole console, Func<IProgress<RunStep>, Task<T>> work) => console
        .Progress()
        .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(),
            new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(context => work(new Bar(context.AddTask("starting"))));

    private static string Short(string text) => text.Length > TextWidth ? text[..(TextWidth - 1)] + "…" : text;

    private sealed class Bar(ProgressTask task) : IProgress<RunStep>
    {
        public void Report(RunStep value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Total == 0 ? 1 : value.Done;
            task.Description = Markup.Escape($"{value.Notebook} {value.Done}/{value.Total}  {Short(value.Text)}");
        }
    }

    private sealed class Lines(TextWriter writer) : IProgress<RunStep>
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public void Report(RunStep value) => writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Notebook} {value.Done}/{value.Total} {_clock.Elapsed.TotalSeconds,6:0.0} s  {Short(value.Text)}"));
    }
}

/// <summary>A run's progress.</summary>
/// <param name="Notebook">What messages call the notebook.</param>
/// <param name="Done">Code cells that are through.</param>
/// <param name="Total">Code cells to run.</param>
/// <param name="Text">What is being done now.</param>
internal sealed record RunStep(string Notebook, int Done, int Total, string Text);
