using Workbook.Documents;
using Workbook.Sessions.Running;
using static Workbook.Tests.Sessions.Running.NotebookFolder;

namespace Workbook.Tests.Sessions.Running;

public class ParameterFieldTests
{
    [Theory]
    [InlineData("var T = 100;                // steps from data to noise, 25 or more", "T", "Integer", "100", 25.0, null)]
    [InlineData("var points = 10_000;        // points in the data set", "points", "Integer", "10000", null, null)]
    [InlineData("var steps = 500;            // steps of the samplers, 1 to 500", "steps", "Integer", "500", 1.0, 500.0)]
    [InlineData("var slow = 500;             // steps of the slow sampler, up to 500", "slow", "Integer", "500", null, 500.0)]
    [InlineData("var firstBeta = 1e-4;       // variance of the noise that step 1 adds", "firstBeta", "Fraction", "0.0001", null, null)]
    [InlineData("double x = -1.5;            // from -2.5 to 2_000", "x", "Fraction", "-1.5", -2.5, 2000.0)]
    [InlineData("var file = \"a.npy\";", "file", "Text", "a.npy", null, null)]
    [InlineData("var live = true;", "live", "Boolean", "true", null, null)]
    [InlineData("var seed = Environment.TickCount; // any", "seed", "Unknown", "", null, null)]
    public void Fields_OfADeclaration_HaveItsKindValueAndRange(string declaration, string name, string kind, string value, double? least, double? most)
    {
        var field = Assert.Single(ParameterCell.Fields(new Notebook([Code("p", declaration, "parameters")])));
        Assert.Equal((name, kind, value, least, most), (field.Name, field.Kind.ToString(), field.Value, field.Least, field.Most));
    }

    [Fact]
    public void Fields_WithoutSuchACell_AreNone() => Assert.Empty(ParameterCell.Fields(new Notebook([Code("p", "var T = 1;")])));

    [Theory]
    [InlineData("25", null)]
    [InlineData("24", "24 is out of range: steps, 25 or more.")]
    [InlineData("2.5", "'2.5' is no whole number.")]
    [InlineData("many", "'many' is no whole number.")]
    public void Problem_OfAValue_SaysWhatIsWrong(string value, string? problem) =>
        Assert.Equal(problem, new ParameterField("T", ParameterKind.Integer, "100", "steps, 25 or more").Problem(value));
}
