using Workbook.Base;
using Workbook.Jupyter.Specs;
using Workbook.Setup;

namespace Workbook.Tests.Jupyter;

/// <summary>A Jupyter of Debian's that knows this build's kernel, and nothing of the user's own settings.</summary>
public sealed class JupyterHome : IDisposable
{
    /// <summary>The kernel's name there.</summary>
    public const string KernelName = KernelSpec.UsualName;

    private readonly Machine _machine;

    public JupyterHome()
    {
        Folder = Directory.CreateTempSubdirectory("workbook-jupyter-").FullName;
        string Below(string name) => Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        _machine = new Machine(new Dictionary<string, string?>
        {
            ["HOME"] = Below("home"),
            ["XDG_DATA_HOME"] = Below("data"),
            ["JUPYTER_PATH"] = Below("jupyter"),
            ["JUPYTER_CONFIG_DIR"] = Below("config"),
            ["JUPYTER_RUNTIME_DIR"] = Below("runtime"),
            ["IPYTHONDIR"] = Below("ipython"),
            ["JPY_PARENT_PID"] = null,
            ["OMP_WAIT_POLICY"] = "PASSIVE",
            ["OMP_NUM_THREADS"] = "1",
        });
        KernelSpec.Write(
            Path.Combine(Below("jupyter"), "kernels"), KernelName, KernelSpecs.DisplayName, _machine.Dotnet,
            Repository.Find(AppContext.BaseDirectory).Root);
    }

    /// <summary>A folder that is removed at the end.</summary>
    public string Folder { get; }

    internal Machine Machine
    {
        get
        {
            var missing = OperatingSystem.IsLinux() ? JupyterClientsStep.Missing(new Machine()) : ["jupyter"];
            Assert.SkipUnless(missing.Count == 0, $"Jupyter's clients are missing. Install them with `apt-get install {string.Join(' ', missing)}`.");
            return _machine;
        }
    }

    /// <summary>Runs a program of Debian's Python, such as a test's script, to its end.</summary>
    internal async Task<ToolResult> RunPythonAsync(params string[] arguments)
    {
        var result = await Machine.RunAsync(
            JupyterClientsStep.Python(Machine), arguments, Folder, cancellation: TestContext.Current.CancellationToken);
        return result.Succeeded ? result : throw new InvalidOperationException($"{Path.GetFileName(arguments[0])} failed:\n{result.Tail(60)}");
    }

    /// <summary>A script that lies beside the tests.</summary>
    internal static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Jupyter", name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
