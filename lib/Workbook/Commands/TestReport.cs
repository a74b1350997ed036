using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Workbook.Commands;

/// <summary>What the tests of one project came to.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Skipped">How many said at run time that they need what is not here.</param>
/// <param name="Notes">A text for each failure, and the reasons of what was skipped.</param>
internal sealed record TestReport(int Passed, int Failed, int Skipped, IReadOnlyList<string> Notes)
{
    public static TestReport None { get; } = new(0, 0, 0, []);

    /// <summary>Reads xunit's report; a run that left none, or ended otherwise than the report says, is one failure more.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="path">Where the report was to be written.</param>
    /// <param name="exitCode">How the run ended.</param>
    /// <param name="tail">The last lines it wrote.</param>
    public static TestReport Read(string project, string path, int exitCode, string tail)
    {
        var report = File.Exists(path) ? Parse(path) : None;
        return exitCode == 0 || report.Failed > 0
            ? report
            : report with { Failed = report.Failed + 1, Notes = [.. report.Notes, $"FAILED {project} ended with exit code {exitCode}:\n{tail}"] };
    }

    public TestReport Plus(TestReport other) =>
        new(Passed + other.Passed, Failed + other.Failed, Skipped + other.Skipped, [.. Notes, .. other.Notes]);

    /// <summary><c>N passed, N failed</c>, and <c>, N skipped</c> if any were.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed{(Skipped > 0 ? $", {Skipped} skipped" : "")}");

    private static TestReport Parse(string path)
    {
        try
        {
            var assemblies = XDocument.Load(path).Root!.Elements("assembly").ToList();
            int Sum(string name) => assemblies.Sum(assembly => (int?)assembly.Attribute(name) ?? 0);
            var tests = assemblies.Descendants("test").ToList();
            var notes = Having(tests, "Fail").Select(Failure)
                .Concat(assemblies.Descendants("error").Select(error => $"FAILED {(string?)error.Attribute("name")}\n{Indent(Text(error))}"))
                .Concat(Having(tests, "Skip").GroupBy(test => (string?)test.Element("reason")).Select(group => $"skipped {group.Count()}: {group.Key}"));
            return new TestReport(Sum("passed"), Sum("failed") + Sum("errors"), Sum("skipped"), [.. notes]);
        }
        catch (XmlException)
        {
            return None;
        }
    }

    private static IEnumerable<XElement> Having(IEnumerable<XElement> tests, string result) =>
        tests.Where(test => (string?)test.Attribute("result") == result);

    private static string Failure(XElement test) => $"FAILED {(string?)test.Attribute("name")}\n{Indent(Text(test))}";

    private static string Text(XElement element) =>
        $"{(string?)element.Descendants("message").FirstOrDefault()}\n{(string?)element.Descendants("stack-trace").FirstOrDefault()}";

    private static string Indent(string text) => "    " + text.Trim().ReplaceLineEndings("\n    ");
}
