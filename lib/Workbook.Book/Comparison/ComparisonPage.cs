using System.Net;
using System.Text;
using Workbook.Book.Markdown;
using Workbook.Book.Outputs;
using Workbook.Book.Pages;
using Workbook.Documents;

namespace Workbook.Book.Comparison;

/// <summary>Two notebooks side by side as a page: text and outputs, what is the same folded away.</summary>
/// <param name="comparison">The cells, paired.</param>
/// <param name="before">What the left side is.</param>
/// <param name="after">What the right side is.</param>
internal sealed class ComparisonPage(NotebookComparison comparison, string before, string after)
{
    private readonly MarkdownRenderer _markdown = new(url => url);

    /// <summary>The page.</summary>
    /// <param name="assets">The scripts and styles that it refers to.</param>
    /// <param name="title">The notebook's name.</param>
    public string Write(BookAssets assets, string title)
    {
        var outputs = new OutputRenderer(_markdown);
        var rows = Rows(outputs);
        return Template.Fill("diff.html", new Dictionary<string, string>
        {
            ["title"] = WebUtility.HtmlEncode(title),
            ["before"] = WebUtility.HtmlEncode(before),
            ["after"] = WebUtility.HtmlEncode(after),
            ["summary"] = WebUtility.HtmlEncode(Summary(comparison)),
            ["styles"] = assets.Styles,
            ["scripts"] = assets.Scripts(outputs.Charts > 0),
            ["rows"] = rows,
        });
    }

    /// <summary>How many cells became what, as a sentence.</summary>
    public static string Summary(NotebookComparison comparison) => comparison.IsSame
        ? $"All {comparison.Same} cells are the same."
        : $"{comparison.Changed} changed, {comparison.Added} added, {comparison.Removed} removed, {comparison.Same} the same.";

    private string Rows(OutputRenderer outputs)
    {
        var html = new StringBuilder();
        for (var i = 0; i < comparison.Pairs.Count;)
        {
            var same = comparison.Pairs.Skip(i).TakeWhile(pair => pair.IsSame).Count();
            if (same > 0) html.Append(Folded([.. comparison.Pairs.Skip(i).Take(same)]));
            else html.Append(Row(comparison.Pairs[i], outputs));
            i += Math.Max(same, 1);
        }
        return html.ToString();
    }

    // Their text alone: outputs that nobody asks for would only weigh on the page.
    private static string Folded(IReadOnlyList<CellPair> pairs)
    {
        var cells = string.Concat(pairs.Select(pair => $"<pre class=\"code\" tabindex=\"0\"><code>{WebUtility.HtmlEncode(pair.After!.Source)}</code></pre>"));
        return $"<details class=\"same\"><summary>{(pairs.Count == 1 ? "1 cell is the same" : $"{pairs.Count} cells are the same")}</summary>{cells}</details>\n";
    }

    private static string Row(CellPair pair, OutputRenderer outputs)
    {
        var (left, right) = SourceRenderer.Render(pair.Before?.Source ?? "", pair.After?.Source ?? "");
        return $"""
            <section class="pair" id="cell-{(pair.After ?? pair.Before)!.Id}" aria-label="{What(pair)}">
            <h2>{What(pair)}</h2>
            {(pair.IsSourceSame ? right : "")}
            <div class="sides">
            {Side("before", pair.Before, pair.IsSourceSame ? "" : left, outputs, pair)}
            {Side("after", pair.After, pair.IsSourceSame ? "" : right, outputs, pair)}
            </div>
            </section>

            """;
    }

    private static string Side(string name, Cell? cell, string source, OutputRenderer outputs, CellPair pair)
    {
        if (cell is null) return $"<div class=\"{name} empty\"></div>";
        var notes = pair.IsMetadataSame || pair.IsLone ? "" : $"<p class=\"notes\">{WebUtility.HtmlEncode(CellPair.Lasting(cell).ToJsonString())}</p>";
        var shown = pair.AreOutputsSame ? "" : $"<div class=\"outputs\">{outputs.Render(cell.Outputs)}</div>";
        return $"<div class=\"{name}\">{source}{notes}{shown}</div>";
    }

    private static string What(CellPair pair) => pair switch
    {
        { Before: null } => "Added",
        { After: null } => "Removed",
        _ => string.Join(" and ", Parts(pair)) + " changed",
    };

    private static IEnumerable<string> Parts(CellPair pair)
    {
        if (!pair.IsSourceSame) yield return "text";
        if (!pair.AreOutputsSame) yield return "outputs";
        if (!pair.IsMetadataSame) yield return "notes";
    }
}
