using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Workbook.Base;

namespace Workbook.Setup;

/// <summary>Tells the reader which step runs and how long it took: a spinner on a terminal, plain lines elsewhere.</summary>
internal sealed class StepLog(IAnsiConsole console, bool live)
{
    /// <summary>A log on standard error, which leaves standard output to the command's result.</summary>
    public static StepLog OnStandardError(Machine machine)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return new StepLog(console, !Console.IsErrorRedirected && machine.Variable("CI") is null && machine.Variable("TERM") != "dumb");
    }

    /// <summary>Past Spectre's line breaking, so that a command can be copied whole.</summary>
    public void Say(string line) => console.Profile.Out.Writer.WriteLine(line);

    /// <summary>Runs one step; <paramref name="work"/> may report the line it is at.</summary>
    public async Task RunAsync(string title, Func<Action<string>, Task> work)
    {
        var clock = Stopwatch.StartNew();
        if (live)
            await console.Status().StartAsync(Markup.Escape(title), context =>
                work(line => context.Status = Markup.Escape($"{title}  {Shorten(line)}")));
        else
        {
            Say($"{title} ...");
            await work(_ => { });
        }

        Say(string.Create(CultureInfo.InvariantCulture, $"{title}: done in {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    private static string Shorten(string line) => line.Trim() is { Length: > 60 } text ? text[..60] : line.Trim();
}
