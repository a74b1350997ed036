using Workbook.Documents;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public sealed class OutputLimitTests
{
    private readonly OutputLimit _limit = new();

    [Fact]
    public void Take_OfTooMuchText_ShowsTheBeginningAndSaysSoOnce()
    {
        var shown = Take(new StreamEvent("stdout", new string('x', 3_000_000)), times: 10).Cast<StreamEvent>().ToList();

        Assert.Equal(OutputLimit.MostText, shown.Where(text => text.Name == "stdout").Sum(text => text.Text.Length));
        Assert.Contains("10,000,000 characters", Assert.Single(shown, text => text.Name == "stderr").Text, StringComparison.Ordinal);
        Assert.Equal("stderr", shown[^1].Name);
    }

    [Fact]
    public void Take_OfJustEnough_ShowsAll()
    {
        var piece = new StreamEvent("stdout", new string('x', OutputLimit.MostText / 2));

        Assert.Equal([piece, piece], Take(piece, times: 2));
    }

    [Fact]
    public void Take_OfTooManyDisplays_ShowsTheFirstAndSaysSoOnce()
    {
        var display = new DisplayEvent(new MimeBundle(MimeBundle.Html, new string('x', OutputLimit.MostDisplayed / 4)), "id");

        var shown = Take(display, times: 6).ToList();

        Assert.Equal([display, display, display, display], shown[..^1]);
        Assert.Contains("100,000,000 characters", Assert.IsType<StreamEvent>(shown[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_OfUpdates_PassesThemAll()
    {
        var update = new UpdateEvent(new MimeBundle(MimeBundle.Html, new string('x', OutputLimit.MostDisplayed / 2)), "id");

        Assert.Equal(5, Take(update, times: 5).Count());
    }

    private IEnumerable<SessionEvent> Take(SessionEvent happened, int times) =>
        Enumerable.Range(0, times).SelectMany(_ => _limit.Take(happened));
}
