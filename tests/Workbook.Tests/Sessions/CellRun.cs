using Workbook.Documents;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

/// <summary>All that one cell produced.</summary>
internal sealed record CellRun(IReadOnlyList<SessionEvent> Events)
{
    public CellStatus Status => ((DoneEvent)Events[^1]).Status;

    public string Out => Text(StreamOutput.Out);

    public string Err => Text(StreamOutput.Error);

    public ErrorEvent Error => Events.OfType<ErrorEvent>().Single();

    public string Traceback => string.Join('\n', Error.Traceback);

    public string? Plain => Events.OfType<ResultEvent>().SingleOrDefault()?.Data.Text(MimeBundle.Plain);

    public static async Task<CellRun> Of(Session session, string code, string? name = null, CancellationToken cancellation = default)
    {
        var events = new List<SessionEvent>();
        await foreach (var message in session.ExecuteAsync(code, name, cancellation))
            events.Add(message);
        return new CellRun(events);
    }

    private string Text(string stream) =>
        string.Concat(Events.OfType<StreamEvent>().Where(text => text.Name == stream).Select(text => text.Text));
}
