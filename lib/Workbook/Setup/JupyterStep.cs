namespace Workbook.Setup;

/// <summary>Makes sure of a Jupyter: the one on PATH, or Debian's.</summary>
internal sealed class JupyterStep(Machine machine, DebianPackages packages) : IStep
{
    // In the order in which they are taken.
    private static readonly string[] Names = ["jupyter-lab", "jupyter-notebook"];

    public string Title => "Installing Jupyter";

    /// <summary>JupyterLab, or else Jupyter Notebook, on PATH; null where there is neither.</summary>
    public static string? Find(Machine machine) => Names.Select(machine.Find).FirstOrDefault(found => found is not null);

    public bool IsDone() => Find(machine) is not null;

    public Task RunAsync(Action<string> report, CancellationToken cancellation) =>
        packages.InstallAsync(["jupyter-notebook"], report, cancellation);
}
