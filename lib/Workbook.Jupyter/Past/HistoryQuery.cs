using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Workbook.Jupyter.Messages;

namespace Workbook.Jupyter.Past;

/// <summary>What a client wants to know of the history: a range of one run, the last cells, or those like a pattern.</summary>
internal static class HistoryQuery
{
    /// <summary>The reply's content.</summary>
    /// <exception cref="FormatException">It asks for what there is not.</exception>
    public static JsonObject Answer(History history, Request request)
    {
        var found = request.Text("hist_access_type") switch
        {
            "range" => Range(history, request),
            "tail" => Last(history.Entries, request),
            "search" => Last(Matching(history, request), request),
            var other => throw new FormatException($"There is no hist_access_type '{other}'; there are range, tail and search."),
        };
        var withOutput = request.Flag("output", false);
        var entries = found.Select(entry => (JsonNode)new JsonArray(entry.Session, entry.Line, Input(entry, withOutput)));
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. entries]) };
    }

    // Session 0 is this one, and -1 the one before it.
    private static IEnumerable<HistoryEntry> Range(History history, Request request)
    {
        var entries = history.Entries;
        var session = request.Number("session", 0);
        if (session <= 0)
            session += history.Session;
        var (start, stop) = (request.Number("start", 0), request.Number("stop", int.MaxValue));
        return entries.Where(entry => entry.Session == session && entry.Line >= start && entry.Line < stop);
    }

    private static IEnumerable<HistoryEntry> Matching(History history, Request request)
    {
        var pattern = request.Content["pattern"] is null ? "*" : request.Text("pattern");
        var found = history.Entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false));
        return request.Flag("unique", false) ? found.Reverse().DistinctBy(entry => entry.Input).Reverse() : found;
    }

    private static IEnumerable<HistoryEntry> Last(IEnumerable<HistoryEntry> entries, Request request) =>
        entries.TakeLast(request.Number("n", int.MaxValue));

    // Outputs are not kept; a client that asks for them finds none.
    private static JsonNode Input(HistoryEntry entry, bool withOutput) =>
        withOutput ? new JsonArray(entry.Input, null) : JsonValue.Create(entry.Input);
}
