using Workbook.Base;
using Workbook.Jupyter.Specs;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary>Measures the kernel through Jupyter's own client.</summary>
internal static class KernelBench
{
    public const string Job = "kernel";

    // It stands with the tests, whose clients it needs.
    private static readonly string Script = Path.Combine("tests", "Workbook.Tests", "Jupyter", "bench.py");

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
        var run = await machine.RunAsync(
            JupyterClientsStep.Python(machine), [Path.Combine(repository.Root, Script), KernelSpec.UsualName], repository.Notebooks, cancellation: cancellation);
        return run.Succeeded
            ? run.Output.Trim()
            : throw new SetupException($"The kernel could not be measured.\n{run.Tail()}", ExitCode.Failure);
    }
}
