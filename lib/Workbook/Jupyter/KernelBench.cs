using System.Reflection;
using Workbook.Jupyter.Specs;
using Workbook.Setup;

namespace Workbook.Jupyter;

/// <summary>Measures the kernel through Jupyter's own client.</summary>
internal static class KernelBench
{
    public const string Job = "kernel";

    private const string Resource = "Workbook.Jupyter.bench.py";

    /// <summary>Measures.</summary>
    /// <returns>One line of JSON.</returns>
    /// <exception cref="SetupException">Jupyter's client is missing, or the kernel did not answer it.</exception>
    public static async Task<string> RunAsync(Repository repository, CancellationToken cancellation)
    {
        var kernels = KernelSpecs.InstallPrivately(repository, new Machine());
        var machine = new Machine(new Dictionary<string, string?>
        {
            ["JUPYTER_PATH"] = kernels,
            ["XDG_DATA_HOME"] = Path.Combine(repository.Artifacts, "jupyter", "data"), // The reader's history stays the reader's.
        });
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        var script = await reader.ReadToEndAsync(cancellation);
        var run = await machine.RunAsync(
            JupyterClientsStep.Python(machine), ["-c", script, KernelSpec.UsualName], repository.Notebooks, cancellation: cancellation);
        return run.Succeeded
            ? run.Output.Trim()
            : throw new SetupException($"The kernel could not be measured.\n{run.Tail()}", ExitCode.Failure);
    }
}
