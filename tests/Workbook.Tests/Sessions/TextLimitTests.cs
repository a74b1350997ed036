using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public sealed class TextLimitTests
{
    [Fact]
    public void Take_OfTooMuch_ShowsTheBeginningAndSaysSoOnce()
    {
        var limit = new TextLimit();
        var piece = new StreamEvent("stdout", new string('x', 3_000_000));

        var shown = Enumerable.Range(0, 10).SelectMany(_ => limit.Take(piece)).ToList();

        Assert.Equal(TextLimit.Most, shown.Where(text => text.Name == "stdout").Sum(text => text.Text.Length));
        Assert.Contains("10,000,000 characters", Assert.Single(shown, text => text.Name == "stderr").Text, StringComparison.Ordinal);
        Assert.Equal("stderr", shown[^1].Name);
    }

    [Fact]
    public void Take_OfJustEnough_ShowsAll()
    {
        var limit = new TextLimit();
        var piece = new StreamEvent("stdout", new string('x', TextLimit.Most / 2));

        Assert.Equal([piece, piece], limit.Take(piece).Concat(limit.Take(piece)));
    }
}
