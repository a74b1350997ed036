using System.Threading.Channels;
using Workbook.Documents;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

/// <summary>Who takes a cell's events may stop while the next one is waited for, and hears of no error but their own.</summary>
public sealed class PendingEventsTests
{
    private readonly Channel<SessionEvent> _events = Channel.CreateUnbounded<SessionEvent>();

    [Fact]
    public async Task MergeStreams_GivenUpWhileItWaits_EndsWhenTheNextEventHasCome()
    {
        var ended = new TaskCompletionSource();
        _events.Writer.TryWrite(new StreamEvent("stdout", "text"));
        await GiveUpAsync(Watched(ended).MergeStreams());
        Assert.False(ended.Task.IsCompleted);
        _events.Writer.TryWrite(new StreamEvent("stdout", "more"));
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task PaceUpdates_GivenUpWhileItWaits_EndsWhenTheNextEventHasCome()
    {
        var ended = new TaskCompletionSource();
        for (var i = 0; i < 2; i++)
            _events.Writer.TryWrite(new UpdateEvent(new MimeBundle(MimeBundle.Plain, "text"), "a"));
        await GiveUpAsync(Watched(ended).PaceUpdates(TimeSpan.FromMilliseconds(20)), after: 2);
        Assert.False(ended.Task.IsCompleted);
        _events.Writer.Complete();
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    private static async Task GiveUpAsync(IAsyncEnumerable<SessionEvent> events, int after = 1)
    {
        var taken = events.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var i = 0; i < after; i++)
            Assert.True(await taken.MoveNextAsync());
        await taken.DisposeAsync();
    }

    private async IAsyncEnumerable<SessionEvent> Watched(TaskCompletionSource ended)
    {
        try
        {
            await foreach (var happened in _events.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
                yield return happened;
        }
        finally
        {
            ended.SetResult();
        }
    }
}
