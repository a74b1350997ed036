using Workbook.Base;

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

/// <summary>Makes sure of Debian's Jupyter clients, with which the kernel is tested.</summary>
internal sealed class JupyterClientsStep(Machine machine, DebianPackages packages) : IStep
{
    private const string Modules = "usr/lib/python3/dist-packages";

    // Each package by a file of its own.
    private static readonly Dictionary<string, string> Files = new()
    {
        ["jupyter-notebook"] = "usr/bin/jupyter-notebook",
        ["jupyter-nbconvert"] = "usr/bin/jupyter-nbconvert",
        ["python3-nbclient"] = $"{Modules}/nbclient",
        ["python3-jupyter-kernel-test"] = $"{Modules}/jupyter_kernel_test",
    };

    public string Title => "Installing Jupyter's clients";

    /// <summary>Debian's own Python, which has its packages whatever stands before it on PATH.</summary>
    public static string Python(Machine machine) => machine.SystemPath("usr/bin/python3");

    /// <summary>The Debian packages that are lacking.</summary>
    public static IReadOnlyList<string> Missing(Machine machine) =>
        [.. Files.Where(file => !Path.Exists(machine.SystemPath(file.Value))).Select(file => file.Key)];

    public bool IsDone() => !OperatingSystem.IsLinux() || Missing(machine).Count == 0;

    public Task RunAsync(Action<string> report, CancellationToken cancellation) =>
        packages.InstallAsync(Missing(machine), report, cancellation);
}
