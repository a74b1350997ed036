using Workbook.Base;
using Workbook.Book;
using Workbook.Commands;
using Workbook.Documents;
using Workbook.Jupyter;
using Workbook.Sessions;
using Workbook.Sessions.Running;

namespace Workbook.Tests.Commands;

public class CommandLineTests
{
    public static TheoryData<string> Names { get; } =
        [.. CommandLine.CreateRoot().Subcommands.Where(command => !command.Hidden).Select(command => command.Name)];

    [Fact]
    public void Names_OfTheProgram_AreThePromisedOnes() =>
        Assert.Superset(
            new HashSet<string> { "setup", "test", "bench", "doctor", "clean", "book" },
            CommandLine.CreateRoot().Subcommands.Select(command => command.Name).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_OfACommand_IsShownAndSucceeds(string name)
    {
        var (code, output, _) = await RunAsync(name, "--help");
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains($" {name} ", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Description_OfACommandAndItsOptions_IsASentence(string name)
    {
        var command = CommandLine.CreateRoot().Subcommands.Single(command => command.Name == name);
        Assert.EndsWith(".", command.Description, StringComparison.Ordinal);
        Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description)));
    }

    [Theory]
    [InlineData("no such", "nosuch")]
    [InlineData("a wrong value", "setup", "--device", "tpu")]
    [InlineData("a missing job", "bench")]
    [InlineData("no threads", "bench", "mlp-train", "--threads", "0")]
    [InlineData("an unknown option", "doctor", "--deep")]
    public async Task Run_OfAWrongLine_SaysSoAndExitsWith2(string why, params string[] line)
    {
        var (code, _, error) = await RunAsync(line);
        Assert.True(code == ExitCode.Usage, why);
        Assert.StartsWith("workbook: ", error, StringComparison.Ordinal);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfNothing_ShowsTheCommands()
    {
        var (code, output, _) = await RunAsync();
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("setup", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convert_ToAPlaceBelowAFile_SaysSoWithoutATrace()
    {
        var folder = Directory.CreateTempSubdirectory("workbook-denied-").FullName;
        try
        {
            var notebook = Path.Combine(folder, "a.ipynb");
            NotebookWriter.Write(new Notebook([]), notebook);
            var occupied = Path.Combine(notebook, "inside.dib"); // Nobody, not even root, may write below a file.

            var (code, _, error) = await RunAsync("convert", notebook, occupied);

            Assert.Equal(ExitCode.Failure, code);
            Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Describe_AFileOfAnotherUser_SaysWhoseItMayBe()
    {
        var text = CommandLine.Describe(new UnauthorizedAccessException("Access to the path '/x/artifacts/.setup.lock' is denied."));

        Assert.StartsWith("Access to the path '/x/artifacts/.setup.lock' is denied.", text, StringComparison.Ordinal);
        Assert.Contains("another user", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_ThatWasForeseen_IsToldInItsOwnWordsAndCode()
    {
        (Exception Failure, int Code)[] foreseen =
        [
            (new SetupException("words"), ExitCode.NotSetUp), (new SetupException("words", ExitCode.Usage), ExitCode.Usage),
            (new ParameterException("words"), ExitCode.Usage), (new SessionException("words"), ExitCode.Failure),
            (new KernelException("words"), ExitCode.Failure), (new BookException("words"), ExitCode.Failure),
        ];
        Assert.All(foreseen, told => Assert.Equal(("words", told.Code), (CommandLine.Describe(told.Failure), CommandLine.CodeOf(told.Failure))));

        var defect = new InvalidOperationException("words");
        Assert.Equal((defect.ToString(), ExitCode.Failure), (CommandLine.Describe(defect), CommandLine.CodeOf(defect)));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] line)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (await CommandLine.RunAsync(line, output, error), output.ToString(), error.ToString());
    }
}
