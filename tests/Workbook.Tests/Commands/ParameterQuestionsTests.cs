using Workbook.Commands;
using Workbook.Documents;
using Workbook.Sessions.Running;
using static Workbook.Tests.Sessions.Running.NotebookFolder;

namespace Workbook.Tests.Commands;

public class ParameterQuestionsTests
{
    private static readonly Notebook Lesson = new([Code("p", "var T = 100; // steps, 25 or more\nvar rate = 0.1;\nvar seed = 1;", "parameters")]);

    [Fact]
    public void Ask_Answers_AreTakenAndEmptyOnesKeepWhatIsThere()
    {
        var (parameters, asked) = Ask("5\n50\n\n3\n");
        Assert.Equal([new Parameter("T", "50"), new Parameter("seed", "3")], parameters);
        Assert.Contains("T (steps, 25 or more) [100]: ", asked, StringComparison.Ordinal);
        Assert.Contains("5 is out of range: steps, 25 or more.", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_InputThatEnds_LeavesTheRestAsItIs() => Assert.Equal([new Parameter("T", "50")], Ask("50").Parameters);

    [Fact]
    public void Ask_WhatIsGivenAlready_IsNotAskedFor()
    {
        var (parameters, asked) = Ask("\n\n", new Parameter("T", "30"));
        Assert.Equal([new Parameter("T", "30")], parameters);
        Assert.DoesNotContain("T (", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_ANotebookWithoutParameters_IsRefused() => Assert.Contains("takes no parameters", Assert.Throws<ParameterException>(() =>
        new ParameterQuestions(TextReader.Null, TextWriter.Null).Ask(new Notebook([]), [], "lesson")).Message, StringComparison.Ordinal);

    private static (IReadOnlyList<Parameter> Parameters, string Asked) Ask(string answers, params Parameter[] given)
    {
        var asked = new StringWriter();
        return (new ParameterQuestions(new StringReader(answers), asked).Ask(Lesson, given, "lesson"), asked.ToString());
    }
}
