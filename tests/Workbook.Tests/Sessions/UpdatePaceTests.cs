using System.Threading.Channels;
using Workbook.Documents;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public sealed class UpdatePaceTests
{
    private static readonly StreamEvent Text = new("stdout", "text");
    private static readonly DoneEvent Done = new(CellStatus.Succeeded);

    private readonly Channel<SessionEvent> _events = Channel.CreateUnbounded<SessionEvent>();

    [Fact]
    public async Task PaceUpdates_OfMoreThanCanBeDrawn_PassesTheFirstAndTheLastOfEachDisplay()
    {
        UpdateEvent[] first = [Update("a"), Update("a"), Update("a")];
        UpdateEvent[] second = [Update("b"), Update("b")];
        Post(first[0], Text, first[1], second[0], first[2], second[1], Done);
        _events.Writer.Complete();

        Assert.Equal(
            [first[0], Text, second[0], first[2], second[1], Done],
            await _events.Reader.ReadAllAsync().PaceUpdates(TimeSpan.FromHours(1)).ToListAsync());
    }

    [Fact]
    public async Task PaceUpdates_OfFewerThanCanBeDrawn_PassesAll()
    {
        SessionEvent[] events = [Update("a"), Update("a"), Text, Update("a"), Done];
        Post(events);
        _events.Writer.Complete();

        Assert.Equal(events, await _events.Reader.ReadAllAsync().PaceUpdates(TimeSpan.Zero).ToListAsync());
    }

    [Fact]
    public async Task PaceUpdates_WhileNothingElseHappens_PassesTheLastInTime()
    {
        UpdateEvent[] updates = [Update("a"), Update("a"), Update("a")];
        Post(updates);
        await using var paced = _events.Reader.ReadAllAsync().PaceUpdates(TimeSpan.FromMilliseconds(100)).GetAsyncEnumerator();

        for (var last = paced.Current; last != updates[^1]; last = paced.Current)
            Assert.True(await paced.MoveNextAsync());

        Post(Text);
        Assert.True(await paced.MoveNextAsync());
        Assert.Equal(Text, paced.Current);
        _events.Writer.Complete();
    }

    private static UpdateEvent Update(string display) => new(new MimeBundle(MimeBundle.Plain, $"{Guid.NewGuid()}"), display);

    private void Post(params SessionEvent[] events) => Assert.All(events, happened => Assert.True(_events.Writer.TryWrite(happened)));
}
