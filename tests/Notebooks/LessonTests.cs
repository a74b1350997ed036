using System.Globalization;
using System.Text.RegularExpressions;
using Workbook.Documents;

namespace Notebooks.Tests;

/// <summary>What a notebook says when it has run: exercises wait for their answers, and its own code agrees with the library's.</summary>
public sealed partial class LessonTests(WorkbookFixture workbook)
{
    private const string Right = "Right:", NotYet = "Not yet:";
    private const double SinglePrecision = 1e-5;

    public static TheoryData<string> Lessons() =>
    [
        .. WorkbookFixture.Names.Where(name => !name.StartsWith("solutions/", StringComparison.Ordinal) && !SourceNotebook.IsAppendix(name)),
    ];

    public static TheoryData<string> Notebooks() => [.. WorkbookFixture.Names];

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Cells_OfEveryNotebook_AreWarnedOfNothing(string name) => Assert.Empty((await workbook.RunAsync(name)).Warnings);

    [Theory, MemberData(nameof(Lessons))]
    public async Task Checks_UnsolvedNotebook_AreNotYetRight(string name)
    {
        var verdicts = await VerdictsAsync(name);

        Assert.InRange(verdicts.Count, 3, 6);
        Assert.All(verdicts, verdict => Assert.StartsWith(NotYet, verdict.Text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Lessons))]
    public async Task Checks_Solutions_AreRight(string name)
    {
        var verdicts = await VerdictsAsync("solutions/" + name);

        Assert.Equal((await VerdictsAsync(name)).Select(verdict => verdict.Id), verdicts.Select(verdict => verdict.Id));
        Assert.All(verdicts, verdict => Assert.StartsWith(Right, verdict.Text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Lessons))]
    public async Task Checks_SolutionsAndNotebook_AskTheSame(string name)
    {
        var asked = (await CellsAsync(name)).Where(IsCheck).Select(cell => (cell.Id, cell.Source));
        Assert.Equal(asked, (await CellsAsync("solutions/" + name)).Where(IsCheck).Select(cell => (cell.Id, cell.Source)));
    }

    [Theory, MemberData(nameof(Lessons))]
    public async Task OwnCode_ComparedInTheNotebook_AgreesWithTheLibrary(string name)
    {
        var differences = (await CellsAsync(name)).Select(Text).SelectMany(text => Difference().Matches(text))
            .Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();

        Assert.NotEmpty(differences);
        Assert.All(differences, difference => Assert.InRange(difference, 0, SinglePrecision));
    }

    private async Task<IReadOnlyList<(string Id, string Text)>> VerdictsAsync(string name) =>
        [.. (await CellsAsync(name)).Where(IsCheck).Select(cell => (cell.Id, Text(cell)))];

    private async Task<IReadOnlyList<Cell>> CellsAsync(string name) =>
        NotebookReader.Read((await workbook.RunAsync(name)).Target).Cells;

    private static bool IsCheck(Cell cell) => cell.Id.StartsWith("check-", StringComparison.Ordinal);

    internal static string Text(Cell cell) =>
        string.Concat(cell.Outputs.OfType<RichOutput>().Select(output => output.Data.Text(MimeBundle.Plain)));

    [GeneratedRegex(@"largest difference[^:]*: (\S+)")]
    private static partial Regex Difference();
}
