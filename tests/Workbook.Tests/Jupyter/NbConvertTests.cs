using System.Text.Json.Nodes;

namespace Workbook.Tests.Jupyter;

/// <summary>A notebook of a few cells, executed by <c>jupyter nbconvert --execute</c>.</summary>
public sealed class NbConvertTests : IDisposable
{
    private readonly JupyterHome _home = new();

    [Fact]
    public async Task NbConvert_Execute_WritesAPageWithResults()
    {
        await ConvertAsync("$\"six times seven is {6 * 7}\"", succeeds: true);

        Assert.Contains("six times seven is 42", await File.ReadAllTextAsync(Path.Combine(_home.Folder, "small.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NbConvert_OfAFailingCell_SaysWhichLine()
    {
        var error = await ConvertAsync("var ten = 10;\nthrow new InvalidOperationException($\"ten is {ten}\");", succeeds: false);

        Assert.Contains("InvalidOperationException: ten is 10", error, StringComparison.Ordinal);
        Assert.Contains("Cell 1, line 2", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NbConvert_OfACellThatKillsTheKernel_SaysThatItDied()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The cell finds its kernel in /proc.");
        var error = await ConvertAsync(
            "var kernel = int.Parse(System.IO.File.ReadAllText(\"/proc/self/stat\").Split(' ')[3]);\n" +
            "System.Diagnostics.Process.GetProcessById(kernel).Kill(); while (true) { }", succeeds: false);

        Assert.Contains("DeadKernelError: Kernel died", error, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private async Task<string> ConvertAsync(string code, bool succeeds)
    {
        var notebook = new JsonObject
        {
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = JupyterHome.KernelName, ["display_name"] = ".NET (C#)", ["language"] = "C#" } },
            ["cells"] = new JsonArray(new JsonObject
            {
                ["cell_type"] = "code",
                ["id"] = "only",
                ["metadata"] = new JsonObject(),
                ["source"] = code,
                ["outputs"] = new JsonArray(),
                ["execution_count"] = null,
            }),
        };
        var path = Path.Combine(_home.Folder, "small.ipynb");
        await File.WriteAllTextAsync(path, notebook.ToJsonString());
        string[] patience = ["--ExecutePreprocessor.startup_timeout=600", "--ExecutePreprocessor.iopub_timeout=600"]; // A busy machine takes its time.
        var result = await _home.Machine.RunAsync("jupyter-nbconvert", ["--execute", .. patience, "--to", "html", path], _home.Folder);
        Assert.Equal(succeeds, result.Succeeded);
        return result.Error;
    }
}
