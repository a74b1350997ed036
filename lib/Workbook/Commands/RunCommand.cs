using System.CommandLine;
using System.Globalization;
using Workbook.Base;
using Workbook.Documents;
using Workbook.Sessions.Running;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook run</c>: executes notebooks and makes the book of what they show.</summary>
internal static class RunCommand
{
    private const string ParameterName = "--parameter";
    private const string ParameterAlias = "-p";

    public static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "What to run; all of notebooks/ if none is named. Copies with results go to artifacts/run, of notebooks outside notebooks/ to artifacts/run/elsewhere.",
        };
        notebooks.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
                result.AddError($"There is no option '{option.Value}'.");
        });
        var parameter = new Option<string[]>(ParameterName, ParameterAlias)
        {
            HelpName = "NAME VALUE",
            Description = "Set a parameter of the cell tagged 'parameters'. May be repeated.",
            Arity = new ArgumentArity(2, 2), // Each time it is given.
            AllowMultipleArgumentsPerToken = true,
        };
        parameter.Validators.Add(result =>
        {
            if (result.Tokens.Count % 2 != 0)
                result.AddError($"{ParameterAlias} takes a name and a value, as in {ParameterAlias} steps 100.");
        });
        var allowErrors = new Option<bool>("--allow-errors") { Description = "Go on after a failing cell." };
        var timeout = new Option<double?>("--timeout") { HelpName = "SECONDS", Description = "How long a cell may take." };
        timeout.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && value <= 0)
                result.AddError("--timeout takes a number of seconds above 0.");
        });
        var onlyChanged = new Option<bool>("--only-changed")
        {
            Description = "Skip notebooks whose source, parameters and library are as they were when they last succeeded.",
        };
        var ask = new Option<bool>("--ask") { Description = "Ask for the parameters of the one notebook that is named; an empty answer keeps a value." };
        var noBook = new Option<bool>("--no-book") { Description = "Leave the pages as they are." };

        var command = new Command("run", "Run notebooks from top to bottom and show the results as pages.")
        {
            notebooks, parameter, ask, allowErrors, timeout, onlyChanged, noBook,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(ask) && result.GetValue(notebooks) is not [_])
                result.AddError("--ask asks for one notebook's parameters: name it.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new RunOptions
            {
                Parameters = Parameters(parsed),
                AllowErrors = parsed.GetValue(allowErrors),
                CellTimeout = parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            };
            var repository = Repository.Find();
            var plans = RunPlan.Create(repository, parsed.GetValue(notebooks) ?? []);
            if (parsed.GetValue(ask))
            {
                var questions = new ParameterQuestions(Console.In, parsed.InvocationConfiguration.Error);
                var name = Path.GetFileName(plans[0].Source);
                options = options with { Parameters = questions.Ask(NotebookFile.Read(plans[0].Source), options.Parameters, name) };
            }
            var makeBook = !parsed.GetValue(noBook);
            await Preparation.EnsureAsync(repository, makeBook ? Need.Library | Need.Assets : Need.Library, cancellation);

            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var series = new RunSeries(repository.Library, options, parsed.GetValue(onlyChanged), error);
            var status = await series.RunAsync(plans, cancellation);
            if (status == RunStatus.Interrupted)
                return ExitCode.Interrupted;
            if (makeBook)
                BookCommand.Write(repository, null, false, output, error);
            return status == RunStatus.Succeeded ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    internal static IReadOnlyList<Parameter> Parameters(ParseResult parsed) =>
        [.. (parsed.GetValue<string[]>(ParameterName) ?? []).Chunk(2).Select(pair => new Parameter(pair[0], pair[1]))];
}
