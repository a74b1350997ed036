namespace Workbook.Setup;

/// <summary>Finds a libtorch: the one the reader names, else the one inside Python's torch where asked for, else Debian's.</summary>
internal static class LibTorchFinder
{
    public const string DebianSource = "Debian's libtorch-dev";

    /// <summary>Whether the reader said which libtorch to take, so that none is to be installed.</summary>
    public static bool IsNamed(Machine machine) =>
        machine.Variable("LIBTORCH") is not null || machine.Variable("LIBTORCH_USE_PYTORCH") == "1";

    /// <summary>What a libtorch that the reader names is called; null where there is no Python to ask for it.</summary>
    public static string? NamedSource(Machine machine) => machine.Variable("LIBTORCH") is { } folder
        ? FolderSource(folder)
        : Python(machine) is { } python ? PythonSource(python) : null;

    /// <exception cref="SetupException">The one that the reader named is not there.</exception>
    public static async Task<LibTorch?> FindAsync(Machine machine, CancellationToken cancellation)
    {
        if (machine.Variable("LIBTORCH") is { } folder)
            return InFolder(folder, FolderSource(folder)) ?? throw new SetupException(
                $"LIBTORCH={folder} holds no libtorch: lib/libtorch.so and include/torch/ are expected below it.");
        if (machine.Variable("LIBTORCH_USE_PYTORCH") == "1")
            return await InPythonAsync(machine, cancellation);
        return InDebian(machine);
    }

    /// <summary>Debian's libtorch-dev; null where it is not installed.</summary>
    public static LibTorch? InDebian(Machine machine)
    {
        var libraries = machine.SystemPath("usr/lib");
        if (!Directory.Exists(libraries))
            return null;
        return Directory.EnumerateDirectories(libraries, "*-linux-gnu*")
            .Select(lib => LibTorch.Read(machine.SystemPath("usr/include"), lib, DebianSource))
            .FirstOrDefault(found => found is not null);
    }

    private static string FolderSource(string folder) => $"LIBTORCH={folder}";

    private static string PythonSource(string python) => $"the torch of {python}";

    private static string? Python(Machine machine) => machine.Find("python3") ?? machine.Find("python");

    private static LibTorch? InFolder(string folder, string source) =>
        LibTorch.Read(Path.Combine(Path.GetFullPath(folder), "include"), Path.Combine(Path.GetFullPath(folder), "lib"), source);

    private static async Task<LibTorch?> InPythonAsync(Machine machine, CancellationToken cancellation)
    {
        const string Ask = "import os, torch; print(os.path.dirname(torch.__file__))";
        var python = Python(machine)
            ?? throw new SetupException("LIBTORCH_USE_PYTORCH=1 is set, but there is no python3 on PATH.");
        var answer = await machine.RunAsync(python, ["-c", Ask], cancellation: cancellation);
        if (!answer.Succeeded)
            throw new SetupException($"LIBTORCH_USE_PYTORCH=1 is set, but {python} has no torch:\n{answer.Tail(3)}");
        var folder = answer.Output.Trim();
        return InFolder(folder, PythonSource(python)) ?? throw new SetupException(
            $"LIBTORCH_USE_PYTORCH=1 is set, but {folder} holds no lib/libtorch.so with include/torch/ beside it.");
    }
}
