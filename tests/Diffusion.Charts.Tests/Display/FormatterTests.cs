using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diffusion.Charts.Display;
using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests.Display;

/// <summary>Formats as a notebook host does: by names only.</summary>
public sealed class FormatterTests
{
    [Fact]
    public void Figure_ByConvention_GivesItsThreeRenderings()
    {
        var bundle = Format(Chart.Scatter(Samples.Three, "Three points"));
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], bundle.Keys);
        Assert.Equal(["data", "layout", "frames", "config"], Names(Chart.Animation(Samples.Path, "Moving").ToJson()));
        Assert.Equal(["data", "layout", "config"], Names(bundle["application/vnd.plotly.v1+json"]));
        Assert.Contains("<figure", bundle["text/html"]);
        Assert.Equal("Three points: scatter plot of 3 points.", bundle["text/plain"]);
    }

    [Fact]
    public void Figure_WithACaption_HoldsItWhereNothingElseOfItIsDrawn()
    {
        var plain = Chart.Scatter(Samples.Three, "Three points");
        var caption = string.Join(' ', Enumerable.Repeat("ᾱₜ < 1 holds", 12)) + ".";
        var bundle = Format(plain with { Caption = caption });

        var layout = JsonDocument.Parse(bundle["application/vnd.plotly.v1+json"]).RootElement.GetProperty("layout");
        var lines = layout.GetProperty("title").GetProperty("text").GetString()!.Split("<br>");
        Assert.Equal("Three points", lines[0]);
        Assert.Equal(2, lines.Length - 1);
        var said = string.Join(' ', lines[1..].Select(line => Regex.Replace(line, "<[^>]*>", ""))).Replace("&lt;", "<", StringComparison.Ordinal);
        Assert.Equal(caption, said);
        var added = layout.GetProperty("meta").GetProperty("captionheight").GetDouble();
        Assert.Equal(plain.Layout.Height + added, layout.GetProperty("height").GetDouble());
        Assert.Equal(plain.Layout.Margin!.T + added, layout.GetProperty("margin").GetProperty("t").GetDouble());
        // The page sets it itself, below the figure.
        Assert.DoesNotContain("<span", bundle["text/html"]);
        Assert.Contains("<figcaption>", bundle["text/html"]);
    }

    [Fact]
    public void Figure_WithoutACaption_IsItself() =>
        Assert.Equal(Chart.Scatter(Samples.Three, "Three points").ToJson(), Format(Chart.Scatter(Samples.Three, "Three points"))["application/vnd.plotly.v1+json"]);

    // As Verso finds it: a public method without parameters.
    [Fact]
    public void ToHtml_ByItsName_GivesFigureAndPictureWithTheirWords()
    {
        var figure = Chart.Scatter(Samples.Three, "Three points") with { Caption = "Of 3 <clusters>." };
        foreach (var (shown, parts) in new (object, string[])[]
        {
            (figure, ["<figure", "Three points", "<figcaption>Of 3 &lt;clusters&gt;.</figcaption>", figure.AltText]),
            (Chart.Gif(Samples.Path, "Moving", side: 64), ["data:image/gif;base64,", "Moving"]),
        })
        {
            var html = (string)shown.GetType().GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, [])!.Invoke(shown, [])!;
            Assert.All(parts, part => Assert.Contains(part, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Png_ByConvention_IsBase64()
    {
        var bundle = Format(Samples.All().First(sample => sample.Shown is PngPicture).Shown);
        Assert.Equal(["image/png", "text/plain"], bundle.Keys);
        Assert.Equal(0x89, Convert.FromBase64String(bundle["image/png"])[0]);
    }

    [Fact]
    public void Gif_ByConvention_IsAnImageElement()
    {
        var bundle = Format(Chart.Gif(Samples.Path, "Moving \"points\"", side: 64));
        Assert.Equal(["text/html", "text/plain"], bundle.Keys);
        Assert.Contains("<img src=\"data:image/gif;base64,R0lGODlh", bundle["text/html"]);
        Assert.Contains("alt=\"Moving &quot;points&quot;", bundle["text/html"]);
    }

    [Fact]
    public void Format_AnotherType_IsRefused() => Assert.False(new MimeFormatter<Figure>("text/plain", _ => "").Format("text", TextWriter.Null));

    private static IEnumerable<string> Names(string json) => JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => property.Name);

    private static Dictionary<string, string> Format(object shown)
    {
        var attribute = shown.GetType().GetCustomAttributes(inherit: true).Single(each => each.GetType().Name == "TypeFormatterSourceAttribute");
        object Get(string property) => attribute.GetType().GetProperty(property)!.GetValue(attribute)!;
        var source = (Type)Get("FormatterSourceType");
        var formatters = ((IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!).ToArray();
        var bundle = new Dictionary<string, string>();
        foreach (var mime in (string[])Get("PreferredMimeTypes"))
        {
            var formatter = formatters.First(each => (string)each.GetType().GetProperty("MimeType")!.GetValue(each)! == mime);
            var method = Assert.Single(formatter.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance), each => each.Name == "Format");
            using var writer = new StringWriter();
            Assert.True((bool)method.Invoke(formatter, [shown, writer])!);
            bundle[mime] = writer.ToString();
        }

        return bundle;
    }
}
