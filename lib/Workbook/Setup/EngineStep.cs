namespace Workbook.Setup;

/// <summary>Chooses the engine, makes sure of its libtorch, and writes the choice for MSBuild.</summary>
internal sealed class EngineStep(Repository repository, Machine machine, SetupOptions options, DebianPackages packages) : IStep
{
    private readonly EngineChoice? _remembered = EngineChoice.Load(repository);

    public string Title => "Choosing the tensor engine";

    public bool IsDone() =>
        EngineChoice.Load(repository) is { } choice
        && choice.IsUsable
        && (options.Engine ?? choice.Engine) == choice.Engine
        && (options.Device ?? choice.Device) == choice.Device
        && (choice.Engine == EngineChoice.Nuget || HasTools(machine))
        && (choice.Engine == EngineChoice.Nuget || !LibTorchFinder.IsNamed(machine) || choice.LibTorch!.Source == LibTorchFinder.NamedSource(machine));

    public async Task RunAsync(Action<string> report, CancellationToken cancellation)
    {
        var device = options.Device ?? _remembered?.Device ?? EngineChoice.Cpu;
        var (engine, reason) = await ChooseAsync(device, report, cancellation);
        var libTorch = engine == EngineChoice.System ? await FindLibTorchAsync(device, reason, report, cancellation) : null;
        new EngineChoice(engine, device, reason, libTorch).Save(repository);
    }

    private async Task<(string Engine, string Reason)> ChooseAsync(string device, Action<string> report, CancellationToken cancellation)
    {
        if (options.Engine == EngineChoice.System)
            return (EngineChoice.System, "asked for with --engine system");
        if (options.Engine is null && _remembered is not null)
            return (_remembered.Engine, _remembered.Reason is { Length: > 0 } reason ? reason : "artifacts/engine.props says so");
        var answer = await PackageRegistry.AskAsync(repository, machine, device, report, cancellation);
        if (options.Engine == EngineChoice.Nuget && !answer.Has)
            throw new SetupException($"The engine stays as it is: {answer.Reason}. Without --engine nuget, the machine's own libtorch is taken.");
        return (answer.Has ? EngineChoice.Nuget : EngineChoice.System, answer.Reason);
    }

    private async Task<LibTorch> FindLibTorchAsync(string device, string reason, Action<string> report, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new SetupException($"The system engine is built on Linux only ({reason}). Type\n    workbook setup --engine nuget");
        var missing = Missing(machine);
        if (missing.Count > 0)
            await packages.InstallAsync(missing, report, cancellation);
        var found = await LibTorchFinder.FindAsync(machine, cancellation)
            ?? throw new SetupException("libtorch-dev is installed, but its headers or libtorch.so are not where Debian puts them. Set LIBTORCH to its folder.");
        if (device == EngineChoice.Cuda && !found.HasCuda)
            throw new SetupException($"{found.Source} computes on the CPU only ({found.Lib} holds no libtorch_cuda.so). Set LIBTORCH to one with CUDA, or choose --device cpu.");
        return found;
    }

    /// <summary>The Debian packages that the system engine lacks here.</summary>
    public static IReadOnlyList<string> Missing(Machine machine)
    {
        var missing = new List<string>();
        if (!LibTorchFinder.IsNamed(machine) && LibTorchFinder.InDebian(machine) is null)
            missing.Add("libtorch-dev");
        if (machine.Find("g++") is null)
            missing.Add("g++");
        if (!LibTorchFinder.IsNamed(machine) && OpenBlas.Find(machine) is null)
            missing.Add("libopenblas0-pthread");
        return missing;
    }

    private static bool HasTools(Machine machine) => machine.Find("g++") is not null;
}
