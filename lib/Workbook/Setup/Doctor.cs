using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchNative;
using Workbook.Base;
using Workbook.Book;

namespace Workbook.Setup;

/// <summary>Looks at what the workbook stands on and says what is wrong, with a remedy each. Changes nothing.</summary>
internal sealed class Doctor(Repository repository, Machine machine)
{
    private readonly string _device = DeviceChoice.Load(repository);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation) =>
    [
        new("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}"),
        Hardware(),
        await SdkAsync(cancellation),
        Torch(),
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

    private Finding Torch()
    {
        if (Platform.WhyNot(Platform.Rid) is { } reason)
            return new("TorchSharp", reason, Severity.Wrong, "See the table of platforms in README.md");
        // Windows' subsystem for Linux takes the driver's library from Windows.
        var driver = OperatingSystem.IsWindows()
            || File.Exists(machine.SystemPath("proc/driver/nvidia/version")) || File.Exists(machine.SystemPath("usr/lib/wsl/lib/libcuda.so.1"));
        if (_device == DeviceChoice.Cuda && !driver)
            return new("TorchSharp", "the device cuda is chosen, and this machine has no NVIDIA driver", Severity.Wrong, "./workbook setup --device cpu");
        var assembly = Path.Combine(repository.Library, "TorchSharp.dll");
        if (!File.Exists(assembly))
            return new("TorchSharp", $"on {_device}; comes with the library", Severity.Note, "./workbook setup");
        var version = FileVersionInfo.GetVersionInfo(assembly).ProductVersion?.Split('+')[0];
        try
        {
            return NativeTorch.IsLackingIn(repository.Library)
                ? new("TorchSharp", $"{version} on {_device}; {NativeTorch.FileName} asks for more than this machine's libraries have", Severity.Wrong, "./workbook setup")
                : new("TorchSharp", $"{version} on {_device}; {NativeTorch.DescribeIn(repository.Library)}");
        }
        catch (NativeTorchException damaged)
        {
            return new("TorchSharp", damaged.Message, Severity.Wrong, "./workbook setup");
        }
    }

    private Finding Threads()
    {
        string[] names = ["OMP_NUM_THREADS", "MKL_NUM_THREADS"];
        var set = names.Where(name => machine.Variable(name) is not null).Select(name => $"{name}={machine.Variable(name)}").ToList();
        return new("threads", set.Count > 0 ? string.Join(", ", set) : $"as many as cores ({Environment.ProcessorCount}); no variable says otherwise");
    }

    private Finding Library()
    {
        if (!Directory.Exists(repository.Library))
            return new("library", "not built yet", Severity.Note, "./workbook setup");
        return new LibraryStep(repository, machine, new SetupOptions()).IsDone()
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

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">What was found.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Remedy">What to type or do; null where nothing is to be done.</param>
internal sealed record Finding(string Subject, string Text, Severity Severity = Severity.Fine, string? Remedy = null);

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    Fine,

    /// <summary>Something works less well, or will be mended by itself.</summary>
    Note,

    /// <summary>Something does not work.</summary>
    Wrong,
}
