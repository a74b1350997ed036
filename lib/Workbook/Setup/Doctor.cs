using System.Globalization;
using System.Runtime.InteropServices;

namespace Workbook.Setup;

/// <summary>Looks at what the workbook stands on and says what is wrong, with a remedy each. Changes nothing.</summary>
internal sealed class Doctor(Repository repository, Machine machine)
{
    private readonly EngineChoice? _choice = EngineChoice.Load(repository);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation) =>
    [
        new("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}"),
        Hardware(),
        await SdkAsync(cancellation),
        Engine(),
        .. _choice?.Engine == EngineChoice.System ? await SystemEngineAsync(cancellation) : [],
        Threads(),
        Library(),
        await AssetsAsync(cancellation),
        await ChromiumAsync(cancellation),
        Fonts(),
    ];

    private static Finding Hardware() => new("hardware", string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0.0} GB of memory"));

    private async Task<Finding> SdkAsync(CancellationToken cancellation)
    {
        var version = await machine.RunAsync(machine.Dotnet, ["--version"], repository.Root, cancellation: cancellation);
        return version.Succeeded
            ? new("SDK", $".NET {version.Output.Trim()} in {Path.GetDirectoryName(machine.Dotnet)}")
            : new("SDK", version.Tail(3), Severity.Wrong, "Install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0");
    }

    private Finding Engine()
    {
        if (_choice is null)
            return new("engine", "none is chosen yet", Severity.Wrong, "./workbook setup");
        if (!_choice.IsUsable)
            return new("engine", $"{_choice.Engine}, but its libtorch is no longer in {_choice.LibTorch?.Lib ?? "any place"}", Severity.Wrong, "./workbook setup");
        // Windows' subsystem for Linux takes the driver's library from Windows.
        var driver = OperatingSystem.IsWindows()
            || File.Exists(machine.SystemPath("proc/driver/nvidia/version")) || File.Exists(machine.SystemPath("usr/lib/wsl/lib/libcuda.so.1"));
        return _choice.Device == EngineChoice.Cuda && !driver
            ? new("engine", "cuda is chosen, and this machine has no NVIDIA driver", Severity.Wrong, "./workbook setup --device cpu")
            : new("engine", $"{_choice.Engine} on {_choice.Device}: {_choice.Reason}");
    }

    private async Task<IReadOnlyList<Finding>> SystemEngineAsync(CancellationToken cancellation)
    {
        var libTorch = _choice!.LibTorch;
        return
        [
            libTorch is null
                ? new("libtorch", "none was looked for yet", Severity.Wrong, "./workbook setup")
                : new("libtorch", $"{libTorch.Version}, {libTorch.Source}, in {libTorch.Lib}{(libTorch.HasCuda ? ", with CUDA" : "")}"),
            machine.Find("g++") is { } compiler
                ? new("compiler", await FirstLineAsync(compiler, cancellation))
                : new("compiler", "there is no g++ on PATH", Severity.Wrong, DebianPackages.CommandLine(machine, ["g++"])),
            Blas(),
        ];
    }

    /// <summary>Only Debian's libtorch leaves the choice of its BLAS to the system.</summary>
    private Finding Blas()
    {
        if (_choice!.LibTorch?.Source != LibTorchFinder.DebianSource)
            return new("BLAS", "libtorch's own");
        if (OpenBlas.Selected(machine) is not { } selected)
            return new("BLAS", "there is no libblas.so.3", Severity.Wrong, DebianPackages.CommandLine(machine, ["libopenblas0-pthread"]));
        if (selected.Contains("openblas", StringComparison.Ordinal) || selected.Contains("mkl", StringComparison.Ordinal) || selected.Contains("blis", StringComparison.Ordinal))
            return new("BLAS", selected);
        return new("BLAS", $"{selected}: the reference one, which multiplies matrices several times slower", Severity.Wrong, OpenBlas.Find(machine) is { } there
            ? $"{DebianPackages.Sudo(machine)}update-alternatives --set {OpenBlas.AlternativeOf(there)} {there}"
            : DebianPackages.CommandLine(machine, ["libopenblas0-pthread"]));
    }

    private Finding Threads()
    {
        string[] names = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];
        var set = names.Where(name => machine.Variable(name) is not null).Select(name => $"{name}={machine.Variable(name)}").ToList();
        return new("threads", set.Count > 0 ? string.Join(", ", set) : $"as many as cores ({Environment.ProcessorCount}); no variable says otherwise");
    }

    private Finding Library()
    {
        if (!Directory.Exists(repository.Library))
            return new("library", "not built yet", Severity.Note, "./workbook setup");
        return new LibraryStep(repository, machine).IsDone()
            ? new("library", $"built from the sources as they are, in {repository.Library}")
            : new("library", "older than its sources; the next run builds it anew", Severity.Note, "./workbook setup");
    }

    private async Task<Finding> AssetsAsync(CancellationToken cancellation)
    {
        var npm = machine.Find("npm") is { } program ? $"npm {await FirstLineAsync(program, cancellation)}" : "no npm";
        var assets = AssetManifest.Load(repository);
        var list = string.Join(", ", AssetPackage.All.Where(package => package.Scripts.Count > 0).Select(package => $"{package.Name} {package.Version}"));
        if (assets.Count == 0)
            return new("pages", $"{list}: not fetched yet ({npm})", Severity.Note, "./workbook setup");
        return assets.All(asset => asset.File is not null)
            ? new("pages", $"{list} in {repository.Assets} ({npm})")
            : new("pages", $"{list} come from a CDN, so pages need a network ({npm})", Severity.Note, "Install npm, then ./workbook setup");
    }

    private async Task<Finding> ChromiumAsync(CancellationToken cancellation) => BrowserStep.Find(machine) is { } chromium
        ? new("chromium", await FirstLineAsync(chromium, cancellation))
        : new("chromium", "not installed; needed for `publish` and for the tests of pages", Severity.Note, DebianPackages.CommandLine(machine, ["chromium"]));

    private Finding Fonts()
    {
        var missing = BrowserStep.Missing(machine).Where(name => name.StartsWith("fonts-", StringComparison.Ordinal)).ToList();
        return missing.Count == 0
            ? new("fonts", "Latin, Greek and Chinese")
            : new("fonts", $"{string.Join(", ", missing)} not installed; pictures may show boxes for letters", Severity.Note, DebianPackages.CommandLine(machine, missing));
    }

    private async Task<string> FirstLineAsync(string program, CancellationToken cancellation)
    {
        var said = await machine.RunAsync(program, ["--version"], cancellation: cancellation);
        return said.Output.Split('\n')[0].Trim() is { Length: > 0 } line ? line : $"{program} does not say its version";
    }
}
