using System.Text.Json.Nodes;
using Workbook.Documents;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

/// <summary>A notebook's outputs, cell by cell, as cells run in any order.</summary>
public sealed class SharedScriptTests
{
    private const string Script = "<script data-asset=\"plotly\">1</script>\n";

    private readonly SharedScript _script = new();
    private readonly Dictionary<string, List<RichEvent>> _outputs = [];

    [Fact]
    public void Figure_TheFirst_StandsBesideTheScript()
    {
        Run("a", new ResultEvent(Figure(Script)));

        Assert.Equal([Script, Html(Figure())], _outputs["a"].Select(shown => Html(shown.Data)));
        Assert.True(ChartScript.IsAlone(_outputs["a"][0].Data));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("b a")]
    [InlineData("a a b b a")]
    [InlineData("b b a b")]
    public void Figure_OfCellsRunAgainInAnyOrder_HasTheScriptOnce(string again)
    {
        Run("a", new DisplayEvent(Figure(Script), "1"));
        Run("b", new DisplayEvent(Figure(), "2"));

        foreach (var cell in again.Split(' '))
        {
            Run(cell, new DisplayEvent(Figure(), cell));
            HasTheScriptOnce();
        }
    }

    [Fact]
    public void Figure_WhereTheCarryingCellNoLongerShowsOne_IsGivenTheScriptAgain()
    {
        Run("a", new DisplayEvent(Figure(Script), "1"));
        Run("b", new DisplayEvent(Figure(), "2"));

        Run("a", new ErrorEvent("Exception", "", [], null));
        HasTheScriptOnce();
        Run("b");
        Run("a");

        Assert.Empty(_outputs.Values.SelectMany(outputs => outputs));
    }

    [Fact]
    public void Figure_WhoseCarryingCellWasDeleted_IsGivenTheScriptAgain()
    {
        Run("a", new DisplayEvent(Figure(Script), "1"));
        Run("b", new DisplayEvent(Figure(), "2"));

        _outputs.Remove("a");
        _script.Begin(new ExecuteRequest("c", "c") { Cell = "c", DeletedCells = ["a"] });
        _outputs["c"] = [.. _script.Take(new DoneEvent(CellStatus.Succeeded)).OfType<RichEvent>()];

        HasTheScriptOnce();
    }

    [Fact]
    public void Figure_Updated_LeavesTheScript()
    {
        Run("a", new DisplayEvent(new MimeBundle(MimeBundle.Plain, "training …"), "1"), new UpdateEvent(Figure(Script), "1"), new UpdateEvent(Figure(), "1"));

        HasTheScriptOnce();
        Assert.Equal(Html(Figure()), Html(_outputs["a"][0].Data));
    }

    [Fact]
    public void Figure_ClearedAgainAndAgain_BringsTheScriptBackOnceAtTheEnd()
    {
        var events = Run("a",
            new DisplayEvent(Figure(Script), "1"), new ClearEvent(true), new DisplayEvent(Figure(), "2"), new ClearEvent(true), new DisplayEvent(Figure(), "3"));

        HasTheScriptOnce();
        Assert.Equal(2, events.OfType<DisplayEvent>().Count(shown => ChartScript.IsAlone(shown.Data)));
    }

    [Fact]
    public void Figure_ThatNobodySees_DoesNotTakeTheScript()
    {
        _script.Begin(new ExecuteRequest("a", "a") { IsUnseen = true });
        Assert.All(_script.Take(new ResultEvent(Figure(Script))), shown => Assert.Null(ChartScript.Find(((RichEvent)shown).Data)));
        _ = _script.Take(new DoneEvent(CellStatus.Succeeded));

        Run("b", new ResultEvent(Figure()));

        HasTheScriptOnce();
    }

    [Theory]
    [InlineData("var x = 1;\nChart.Lines(x)", "var x = 100;\nChart.Lines(x)", true)]
    [InlineData("var x = 1;\nChart.Lines(x)", "Chart.Heatmap(other, \"another figure\")", false)]
    public void Figure_OfAClientThatNamesNoCells_HasTheScriptAgainWhereTheTextIsMuchTheSame(string first, string second, bool again)
    {
        RunCode(null, "first", first, new ResultEvent(Figure(Script)));

        var events = RunCode(null, "second", second, new ResultEvent(Figure()));

        Assert.Equal(again, events.OfType<DisplayEvent>().Any(shown => ChartScript.IsAlone(shown.Data)));
    }

    private static MimeBundle Figure(string script = "") =>
        new([new(MimeBundle.Html, JsonValue.Create($"{script}<div data-figure=\"plotly\"></div>")), new(MimeBundle.Plain, JsonValue.Create("A figure."))]);

    private static string Html(MimeBundle data) => data.Text(MimeBundle.Html)!;

    private void HasTheScriptOnce() => Assert.Single(_outputs.Values.SelectMany(outputs => outputs), shown => ChartScript.Find(shown.Data) is not null);

    private List<SessionEvent> Run(string cell, params SessionEvent[] events) => RunCode(cell, cell, cell, events);

    private List<SessionEvent> RunCode(string? cell, string name, string code, params SessionEvent[] events)
    {
        var outputs = _outputs[name] = [];
        _script.Begin(new ExecuteRequest(code, name) { Cell = cell });
        List<SessionEvent> heard = [.. events.Append(new DoneEvent(CellStatus.Succeeded)).SelectMany(_script.Take)];
        var clear = false;
        foreach (var happened in heard)
            switch (happened)
            {
                case ClearEvent:
                    clear = true;
                    break;
                case UpdateEvent update:
                    var place = outputs.FindIndex(shown => shown is DisplayEvent display && display.DisplayId == update.DisplayId);
                    outputs[place] = new DisplayEvent(update.Data, update.DisplayId);
                    break;
                case RichEvent shown:
                    if (clear)
                        outputs.Clear();
                    clear = false;
                    outputs.Add(shown);
                    break;
            }
        return heard;
    }
}
