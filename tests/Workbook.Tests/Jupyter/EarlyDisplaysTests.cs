using System.Diagnostics;
using System.Threading.Channels;
using Workbook.Documents;
using Workbook.Jupyter;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Jupyter;

public sealed class EarlyDisplaysTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromHours(1);
    private static readonly StreamEvent Text = new("stdout", "text");
    private static readonly DoneEvent Done = new(CellStatus.Succeeded);

    private readonly Channel<SessionEvent> _events = Channel.CreateUnbounded<SessionEvent>();

    [Fact]
    public async Task Hold_WhatNobodyCanReplace_PassesAtOnce()
    {
        SessionEvent[] events = [Text, Display(null), new ResultEvent(Data("value")), new ClearEvent(true)];
        await PassAtOnceAsync(events);
    }

    [Fact]
    public async Task Hold_ADisplay_PassesItAndWhatFollowsAfterTheMoment()
    {
        var moment = TimeSpan.FromMilliseconds(150);
        var display = Display("a");
        Post(Text, display, Text);
        var clock = Stopwatch.StartNew();
        await using var heard = Hold(moment, outlast: false).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await heard.MoveNextAsync());
        Assert.Same(Text, heard.Current);
        Assert.True(await heard.MoveNextAsync());
        Assert.Same(display, heard.Current);
        Assert.True(clock.Elapsed >= moment);
        _events.Writer.Complete();
        Assert.True(await heard.MoveNextAsync());
        Assert.Same(Text, heard.Current);
        Assert.False(await heard.MoveNextAsync());
    }

    [Fact]
    public async Task Hold_ADisplayThatIsReplacedMeanwhile_PassesItsLatest()
    {
        var latest = new UpdateEvent(Data("second"), "a");
        Post(Display("a"), new UpdateEvent(Data("first"), "a"), latest, Done);

        var heard = await EndAsync(Hold(Forever, outlast: false));

        Assert.Equal([new DisplayEvent(latest.Data, "a"), Done], heard);
    }

    [Fact]
    public async Task Hold_ADisplayThatIsClearedAway_LeavesTheOrder()
    {
        SessionEvent[] events = [Display("a"), new ClearEvent(true), new UpdateEvent(Data("after"), "a"), Done];
        Post(events);

        Assert.Equal(events, await EndAsync(Hold(Forever, outlast: false)));
    }

    [Fact]
    public async Task Hold_OfACellThatAsksItsReader_ShowsFirstWhatItIsAbout()
    {
        SessionEvent[] events = [Display("a"), Text, new InputEvent(1)];
        await PassAtOnceAsync(events);
    }

    [Fact]
    public async Task Hold_OfACellThatIsDone_EndsAtOnceUnlessItIsToOutlast()
    {
        var moment = TimeSpan.FromMilliseconds(150);
        var display = Display("a");
        Post(display, Done);
        var clock = Stopwatch.StartNew();

        Assert.Equal([display, Done], await EndAsync(Hold(moment, outlast: true)));
        Assert.True(clock.Elapsed >= moment);
    }

    [Fact]
    public async Task Hold_GivenUpWhileTheNextEventIsWaitedFor_EndsWithoutAnError()
    {
        var display = Display("a");
        Post(display);
        var heard = Hold(TimeSpan.FromMilliseconds(20), outlast: false).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await heard.MoveNextAsync());
        Assert.Same(display, heard.Current);
        await heard.DisposeAsync();
        _events.Writer.Complete();
    }

    private static MimeBundle Data(string text) => new(MimeBundle.Plain, text);

    private static DisplayEvent Display(string? id) => new(Data("display"), id);

    private IAsyncEnumerable<SessionEvent> Hold(TimeSpan moment, bool outlast) =>
        _events.Reader.ReadAllAsync(TestContext.Current.CancellationToken).HoldEarlyDisplays(moment, outlast);

    private async Task PassAtOnceAsync(SessionEvent[] events)
    {
        Post(events);
        await using var heard = Hold(Forever, outlast: true).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        foreach (var expected in events)
        {
            Assert.True(await heard.MoveNextAsync());
            Assert.Same(expected, heard.Current);
        }
    }

    private async Task<List<SessionEvent>> EndAsync(IAsyncEnumerable<SessionEvent> held)
    {
        _events.Writer.Complete();
        return await held.ToListAsync(TestContext.Current.CancellationToken);
    }

    private void Post(params SessionEvent[] events) => Assert.All(events, happened => Assert.True(_events.Writer.TryWrite(happened)));
}
