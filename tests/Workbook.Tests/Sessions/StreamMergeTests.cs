using System.Threading.Channels;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public sealed class StreamMergeTests
{
    [Fact]
    public async Task MergeStreams_OfWhatIsThere_JoinsNeighboursOfOneStream()
    {
        SessionEvent[] events =
        [
            new StreamEvent("stdout", "a"), new StreamEvent("stdout", "b"), new StreamEvent("stderr", "c"),
            new ClearEvent(false), new StreamEvent("stderr", "d"), new DoneEvent(CellStatus.Succeeded),
        ];

        var merged = await events.ToAsyncEnumerable().MergeStreams().ToListAsync();

        Assert.Equal(
            [
                new StreamEvent("stdout", "ab"), new StreamEvent("stderr", "c"), new ClearEvent(false),
                new StreamEvent("stderr", "d"), new DoneEvent(CellStatus.Succeeded),
            ],
            merged);
    }

    [Fact]
    public async Task MergeStreams_WhileNothingMoreComes_HoldsNothingBack()
    {
        var channel = Channel.CreateUnbounded<SessionEvent>();
        await using var merged = channel.Reader.ReadAllAsync().MergeStreams().GetAsyncEnumerator();
        channel.Writer.TryWrite(new StreamEvent("stdout", "now"));

        Assert.True(await merged.MoveNextAsync());

        Assert.Equal(new StreamEvent("stdout", "now"), merged.Current);
        channel.Writer.Complete();
        Assert.False(await merged.MoveNextAsync());
    }

    [Fact]
    public async Task MergeStreams_OfALot_KeepsMessagesSmallAndLosesNothing()
    {
        var piece = new string('x', 1000);

        var merged = await Enumerable.Repeat(new StreamEvent("stdout", piece), 1000).ToAsyncEnumerable()
            .MergeStreams().Cast<StreamEvent>().ToListAsync();

        Assert.All(merged, message => Assert.InRange(message.Text.Length, 1, 70_000));
        Assert.Equal(1_000_000, merged.Sum(message => message.Text.Length));
    }
}
