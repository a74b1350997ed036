using System.Text.RegularExpressions;

namespace Workbook.Tests.Jupyter;

/// <summary>Jupyter's own suite of tests for kernels, over its own client.</summary>
public sealed partial class ConformanceTests : IDisposable
{
    private const int Checks = 12;

    private readonly JupyterHome _home = new();

    [Fact]
    public async Task Kernel_UnderJupytersOwnSuite_Passes()
    {
        var report = (await _home.RunPythonAsync(JupyterHome.Script("conformance.py"))).Error;

        Assert.Equal(Checks, int.Parse(Ran().Match(report).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.EndsWith("OK (skipped=1)", report.TrimEnd(), StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    [GeneratedRegex(@"Ran (\d+) tests")]
    private static partial Regex Ran();
}
