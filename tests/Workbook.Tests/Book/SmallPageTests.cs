using Workbook.Documents;
using static Workbook.Tests.Book.BookProject;

namespace Workbook.Tests.Book;

/// <summary>A small page as a whole, so that a change of its form is seen and meant: <c>small-page.html</c>.</summary>
public sealed class SmallPageTests : IDisposable
{
    private const string Recorded = "small-page.html";
    private readonly BookProject _project = new();

    [Fact]
    public void SmallPage_Written_IsAsRecorded()
    {
        Cell[] run =
        [
            Markdown("a", "# A *small* page\n\n**Question.** Does $x_t$ stay? (扩散模型)\n\n$$\na_1 &= b\n$$"),
            Markdown("b", "## First\n\n| a | b |\n|---|--:|\n| $|x|$ | 1 000 |"),
            Timed(Code("c", "// why\nvar x = Show(\"<b>\"); ", 1, new StreamOutput("stdout", "one\n\u001b[31mtwo\u001b[0m\n")), 1.5),
            Code("d", "x", 2, new ErrorOutput("Oops", "It <broke>.", ["at line 1"])),
        ];
        _project.Write("01-small", [.. run.Select(cell => cell.Cleared())]);
        _project.WriteRun("01-small", run);
        _project.Build();

        var written = _project.Page("01-small.html").QuerySelector(".page")!.OuterHtml + "\n";

        var file = Path.Combine(AppContext.BaseDirectory, "Book", Recorded);
        Assert.True(File.ReadAllText(file) == written, $"The page is not as recorded. Is this right? Then record it in tests/Workbook.Tests/Book/{Recorded}:\n{written}");
    }

    public void Dispose() => _project.Dispose();
}
