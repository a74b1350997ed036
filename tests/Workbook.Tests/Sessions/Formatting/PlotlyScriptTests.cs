using Workbook.Documents;
using Workbook.Sessions.Formatting;
using Workbook.Sessions.Protocol;
using Workbook.Setup;

namespace Workbook.Tests.Sessions.Formatting;

public sealed class PlotlyScriptTests
{
    [Fact]
    public void Element_OnceSent_IsNotSentAgain()
    {
        PlotlyScript.Note(new ResultEvent(ChartScript.Alone("<script data-asset=\"plotly\">1</script>")));

        Assert.Equal("", PlotlyScript.Element);
    }

    // The script that draws figures names where Plotly is on a network; what set-up fetches must be the same.
    [Fact]
    public void Address_OfAFigure_IsThatOfSetUp()
    {
        var plotly = AssetPackage.All.SelectMany(package => package.Assets(haveCopies: false)).Single(asset => asset.Name == "plotly");

        var html = PlotlyHtml.Render([], "a figure");

        Assert.Contains($"src: \"{plotly.Cdn}\"", html, StringComparison.Ordinal);
        Assert.Contains($"integrity: \"{plotly.Integrity}\"", html, StringComparison.Ordinal);
    }
}
