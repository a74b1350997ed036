using Workbook.Documents;
using Workbook.Sessions.Formatting;
using Workbook.Sessions.Protocol;
using Workbook.Setup;

namespace Workbook.Tests.Sessions.Formatting;

public sealed class PlotlyScriptTests
{
    [Fact]
    public void Once_AFigureAfterAnother_LeavesTheScriptOut()
    {
        static DisplayEvent Shown() => new(new MimeBundle([new(MimeBundle.Html, "<script data-asset=\"plotly\">1</script>\n<p>"), new(MimeBundle.Plain, "figure")]), null);

        PlotlyScript.Once(Shown()); // the session's first, or not, as other tests have it
        var later = (DisplayEvent)PlotlyScript.Once(Shown());

        Assert.Equal([MimeBundle.Html, MimeBundle.Plain], later.Data.Types);
        Assert.Equal("<p>", later.Data.Text(MimeBundle.Html));
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
