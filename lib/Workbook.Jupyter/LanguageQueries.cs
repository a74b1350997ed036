using System.Text.Json.Nodes;
using Workbook.Jupyter.Messages;
using Workbook.Sessions.Protocol;

namespace Workbook.Jupyter;

/// <summary>Answers what an editor asks about a cell that is being written.</summary>
internal sealed class LanguageQueries(KernelSession sessions)
{
    public async Task<JsonObject> CompleteAsync(Request request)
    {
        var code = request.Text("code");
        var session = await sessions.GetAsync();
        var reply = await session.CompleteAsync(code, Cursor(request, code));
        var (start, end) = (CodePoints(code, reply.Start), CodePoints(code, reply.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. reply.Matches.Select(match => JsonValue.Create(match))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. reply.Matches.Zip(reply.Types, (match, type) =>
                    new JsonObject { ["text"] = match, ["type"] = type, ["start"] = start, ["end"] = end })]),
            },
        };
    }

    public async Task<JsonObject> InspectAsync(Request request)
    {
        var code = request.Text("code");
        var session = await sessions.GetAsync();
        var reply = await session.InspectAsync(code, Cursor(request, code), request.Number("detail_level", 0));
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = reply.Found,
            ["data"] = OutputMessage.Data(reply.Data),
            ["metadata"] = new JsonObject(),
        };
    }

    public async Task<JsonObject> IsCompleteAsync(Request request)
    {
        var session = await sessions.GetAsync();
        var reply = await session.IsCompleteAsync(request.Text("code"));
        var answer = new JsonObject { ["status"] = reply.Status.ToString().ToLowerInvariant() };
        if (reply.Status == Completeness.Incomplete)
            answer["indent"] = reply.Indent;
        return answer;
    }

    // Jupyter counts code points, .NET UTF-16 code units: one more for each character beyond the first 65 536.
    private static int Cursor(Request request, string code)
    {
        var codePoints = request.Number("cursor_pos", int.MaxValue);
        var units = 0;
        foreach (var rune in code.EnumerateRunes())
        {
            if (codePoints-- <= 0)
                return units;
            units += rune.Utf16SequenceLength;
        }
        return code.Length;
    }

    private static int CodePoints(string code, int units) => code[..units].EnumerateRunes().Count();
}
