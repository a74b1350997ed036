using Workbook.Base;
using Workbook.Commands;

namespace Workbook.Tests.Commands;

public class RunCommandTests
{
    [Theory]
    [InlineData("run --timeout 0", "--timeout")]
    [InlineData("run --timeout soon", "--timeout")]
    [InlineData("run -p steps", "-p")]
    [InlineData("run --nonsense", "--nonsense")]
    [InlineData("run --ask", "--ask")]
    public async Task Run_AWrongCommandLine_IsRefused(string line, string problem)
    {
        var error = new StringWriter();

        var code = await CommandLine.RunAsync(line.Split(' '), TextWriter.Null, error);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(problem, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AMissingNotebook_IsNamed()
    {
        var error = new StringWriter();

        var code = await CommandLine.RunAsync(["run", "no/such.ipynb"], TextWriter.Null, error);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Equal($"workbook: no/such.ipynb: is not there. Name a notebook's file, or none to run them all.{Environment.NewLine}", error.ToString());
    }

    [Theory]
    [InlineData("run -p steps 20 a.ipynb -p name roll b.ipynb", "a.ipynb b.ipynb", "steps=20 name=roll")]
    [InlineData("run a.ipynb --parameter rate -0.5 --timeout 5", "a.ipynb", "rate=-0.5")]
    [InlineData("run", "", "")]
    public void Run_ParametersAmongNotebooks_AreToldApart(string line, string notebooks, string parameters)
    {
        var parsed = CommandLine.CreateRoot().Parse(line.Split(' '));

        Assert.Empty(parsed.Errors);
        Assert.Equal(notebooks, string.Join(' ', parsed.GetValue<string[]>("NOTEBOOK") ?? []));
        Assert.Equal(parameters, string.Join(' ', RunCommand.Parameters(parsed).Select(item => $"{item.Name}={item.Value}")));
    }

    [Fact]
    public async Task Session_Command_IsHidden()
    {
        var output = new StringWriter();

        await CommandLine.RunAsync(["--help"], output, TextWriter.Null);

        Assert.Contains("run", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("session", output.ToString(), StringComparison.Ordinal);
    }
}
