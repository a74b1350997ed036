using System.CommandLine;
using Workbook.Base;
using Workbook.Jupyter.Editors;

namespace Workbook.Commands;

/// <summary>Offers to change VS Code's settings: shows the change, asks, writes.</summary>
/// <param name="console">Where it is shown.</param>
/// <param name="answers">Where the answer comes from.</param>
internal sealed class VSCodeOffer(InvocationConfiguration console, TextReader answers)
{
    /// <summary>Offers it for every editor of this user.</summary>
    /// <param name="machine">Whose editors.</param>
    /// <param name="agreed">Whether the answer is known to be yes.</param>
    /// <exception cref="SetupException">There is no editor, no answer, or a file that cannot be changed.</exception>
    public async Task MakeAsync(Machine machine, bool agreed)
    {
        var found = VSCodeSettings.Find(machine);
        if (found.Count == 0)
            throw new SetupException(
                $"VS Code has no settings here. Start it once, and type this again. Looked for:\n    {string.Join("\n    ", VSCodeSettings.Places(machine))}", ExitCode.Failure);
        foreach (var settings in found)
            await MakeAsync(settings, agreed);
    }

    private async Task MakeAsync(VSCodeSettings settings, bool agreed)
    {
        var (before, after) = settings.Read();
        if (before == after)
        {
            await console.Output.WriteLineAsync($"{settings.Path} has completions after a dot already.");
            return;
        }
        await console.Output.WriteLineAsync($"Completions after a dot need a setting in {settings.Path}:");
        foreach (var line in Changes(before.Split('\n'), after.Split('\n')))
            await console.Output.WriteLineAsync($"    {line.TrimEnd('\r')}");
        if (!agreed && !await AgreesAsync())
        {
            await console.Output.WriteLineAsync("It was left as it is.");
            return;
        }
        settings.Write(after);
        await console.Output.WriteLineAsync("Written.");
    }

    private async Task<bool> AgreesAsync()
    {
        await console.Output.WriteAsync("Write it? [y/N] ");
        await console.Output.FlushAsync();
        var answer = await answers.ReadLineAsync()
            ?? throw new SetupException("Nobody answered, so nothing was written. Add --yes where nobody is there to ask.", ExitCode.Failure);
        return answer.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    // Only one place differs.
    private static IEnumerable<string> Changes(string[] before, string[] after)
    {
        var most = Math.Min(before.Length, after.Length);
        var start = Enumerable.Range(0, most).TakeWhile(line => before[line] == after[line]).Count();
        var end = Enumerable.Range(1, most - start).TakeWhile(line => before[^line] == after[^line]).Count();
        return before[start..^end].Where(line => line.Length > 0).Select(line => $"- {line}").Concat(after[start..^end].Select(line => $"+ {line}"));
    }
}
