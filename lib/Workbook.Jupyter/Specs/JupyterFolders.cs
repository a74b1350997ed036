using Workbook.Base;

namespace Workbook.Jupyter.Specs;

/// <summary>Where Jupyter looks for kernels on this machine.</summary>
internal sealed class JupyterFolders(Machine machine)
{
    /// <summary>What the folder of kernels is called in each of them.</summary>
    public const string Kernels = "kernels";

    private static readonly string[] Pythons = ["python3", "python"];

    /// <summary>The user's own kernels; the folder need not exist.</summary>
    public string User => Path.Combine(machine.Variable("JUPYTER_DATA_DIR") ?? Data(), Kernels);

    /// <summary>The kernels below a prefix, such as a Python environment's folder or /usr/local.</summary>
    public static string Under(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", Kernels);

    /// <summary>All places, those first whose kernels hide others of the same name.</summary>
    public IReadOnlyList<string> All =>
    [
        .. (machine.Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, Kernels)),
        User,
        .. Environments.Select(Under),
        .. OperatingSystem.IsWindows() ? [] : new[] { machine.SystemPath("usr/local"), machine.SystemPath("usr") }.Select(Under),
    ];

    private IEnumerable<string> Environments =>
        new[] { machine.Variable("VIRTUAL_ENV"), machine.Variable("CONDA_PREFIX") }.OfType<string>();

    /// <summary>The folder of the Python environment in use.</summary>
    /// <exception cref="SetupException">There is no Python.</exception>
    public async Task<string> PythonPrefixAsync(CancellationToken cancellation)
    {
        if (Environments.FirstOrDefault() is { } active)
            return active;
        var python = Pythons.Select(machine.Find).OfType<string>().FirstOrDefault()
            ?? throw new SetupException("There is no Python on PATH, whose environment --sys-prefix means. Name its folder with --prefix.");
        var answer = await machine.RunAsync(python, ["-c", "import sys; print(sys.prefix)"], cancellation: cancellation);
        return answer.Succeeded
            ? answer.Output.Trim()
            : throw new SetupException($"{python} does not say where its environment is. Name its folder with --prefix.\n{answer.Tail(3)}");
    }

    private string Data()
    {
        if (OperatingSystem.IsWindows())
            return Path.Combine(machine.Variable("APPDATA") ?? Home(), "jupyter");
        return OperatingSystem.IsMacOS()
            ? Path.Combine(Home(), "Library", "Jupyter")
            : Path.Combine(machine.Variable("XDG_DATA_HOME") ?? Path.Combine(Home(), ".local", "share"), "jupyter");
    }

    private string Home() => machine.Variable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME")
        ?? throw new SetupException("HOME is not set, so that there is no place for a user's kernels. Name a folder with --prefix.");
}
