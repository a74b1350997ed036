using System.CommandLine;
using Workbook.Base;
using Workbook.Jupyter.Specs;
using Workbook.Sessions;

namespace Workbook.Commands;

/// <summary>The program's commands, and how a command line becomes a call and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>One line a command: <c>XCommand.Create()</c> gives its name, options, help and action.</summary>
    private static readonly Func<Command>[] Commands =
    [
        SetupCommand.Create,
        RunCommand.Create,
        BookCommand.Create,
        PublishCommand.Create,
        DiffCommand.Create,
        ConvertCommand.Create,
        LabCommand.Create,
        KernelCommand.Create,
        SessionCommand.Create,
        TestCommand.Create,
        BenchCommand.Create,
        DoctorCommand.Create,
        CleanCommand.Create,
    ];

    public static RootCommand CreateRoot()
    {
        var root = new RootCommand("Diffusion models, step by step, in C# notebooks: set up, run and read them.");
        foreach (var create in Commands)
            root.Add(create());
        return root;
    }

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = CreateRoot().Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in Problems(parsed))
                await error.WriteLineAsync($"workbook: {problem}");
            await error.WriteLineAsync("Type `./workbook --help` for the commands, or `./workbook COMMAND --help`.");
            return ExitCode.Usage;
        }

        // Ctrl+C cancels the action's token; it has this long to stop its children and say what it left.
        // To a kernel and to its session it says only that the running cell is to stop.
        var goesOn = parsed.CommandResult.Command.Name is KernelSpec.Command or ChildProcess.Command;
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = goesOn ? null : TimeSpan.FromSeconds(15),
        };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception exception)
        {
            await error.WriteLineAsync($"workbook: {Describe(exception)}");
            return CodeOf(exception);
        }
    }

    /// <summary>An unknown command is one problem, not also a missing one.</summary>
    private static IEnumerable<string> Problems(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0
            ? [$"There is no command or option '{parsed.UnmatchedTokens[0]}'."]
            : parsed.Errors.Select(problem => problem.Message);

    /// <summary>A foreseen failure is a sentence to the reader; anything else is a defect and shows where it arose.</summary>
    internal static string Describe(Exception exception) => exception switch
    {
        ForeseenException => exception.Message,
        OperationCanceledException => "interrupted.",
        UnauthorizedAccessException => $"{exception.Message} It may belong to another user, as artifacts/ does to whoever " +
            "ran the workbook first: take a copy of the project of your own, or have it made writable for you.",
        IOException and not (FileNotFoundException or FileLoadException) => exception.Message, // those may be of an assembly
        _ => exception.ToString(),
    };

    internal static int CodeOf(Exception exception) => exception switch
    {
        ForeseenException failure => failure.Code,
        OperationCanceledException => ExitCode.Interrupted,
        _ => ExitCode.Failure,
    };
}
