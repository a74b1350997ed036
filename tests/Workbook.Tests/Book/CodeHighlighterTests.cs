using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Workbook.Book.Code;

namespace Workbook.Tests.Book;

public sealed class CodeHighlighterTests
{
    [Theory]
    [InlineData("var x = 1;", "k", "var")]
    [InlineData("foreach (var (t, s) in steps) { }", "k", "foreach", "var", "in")]
    [InlineData("var s = $\"a {b:F2} c\";", "s", "$\"", "a ", "F2", " c", "\"")]
    [InlineData("x = 1e-4; y = 10_000; z = 0.5f;", "n", "1e-4", "10_000", "0.5f")]
    [InlineData("// why\nx /* this */ = 1;", "c", "// why", "/* this */")]
    [InlineData("List<Tensor> a = new Foo();", "t", "List", "Tensor", "Foo")]
    [InlineData("NoiseSchedule.Linear(500)", "t", "NoiseSchedule")]
    [InlineData("NoiseSchedule.Linear(500).Steps(n)", "m", "Linear", "Steps")]
    [InlineData("double F(int a) => a;", "m", "F")]
    [InlineData("record Point(double X);", "t", "Point")]
    [InlineData("#r \"../lib/A.dll\"\nusing System.Linq;", "s", "\"../lib/A.dll\"")]
    [InlineData("#r \"../lib/A.dll\"\nusing System.Linq;", "k", "using")]
    [InlineData("using System.Linq;", "t")]
    public void Code_IsColouredByKind(string code, string kind, params string[] words) =>
        Assert.Equal(words, Parse(code).QuerySelectorAll("span." + kind).Select(span => span.TextContent));

    [Theory]
    [InlineData("if (a < b && c > d) Show(\"<script>alert('x')</script>\");")]
    [InlineData("#r \"nuget: A, 1.0\"\n#!import \"x.ipynb\"\nvar a = 1;\n\n\tdisplay(a)")]
    [InlineData("this is { not C# at all ) \" ")]
    [InlineData("#if DEBUG\nvar x = 1;\n#endif\n// 扩散 ε̂\n")]
    [InlineData("var s = \"\"\"\n    raw {x}\n    \"\"\";")]
    [InlineData("")]
    public void Code_Whatever_KeepsItsText(string code) => Assert.Equal(code, Parse(code).TextContent);

    [Fact]
    public void Code_WithMarkup_MakesNoElement() =>
        Assert.All(Parse("var s = \"<b onclick=x>\"; // </code><img src=x>").QuerySelectorAll("*"), element => Assert.Equal("SPAN", element.TagName));

    private static IElement Parse(string code)
    {
        var page = new HtmlParser().ParseDocument("<pre><code>\n</code></pre>");
        var element = page.QuerySelector("code")!;
        element.InnerHtml = CodeHighlighter.ToHtml(code);
        return element;
    }
}
