using Workbook.Base;

namespace Workbook.Setup;

/// <summary>Installs Debian packages where it may, and says what to type where it may not.</summary>
internal sealed class DebianPackages(Machine machine, StepLog log)
{
    /// <summary>Installs <paramref name="names"/> with apt-get, as root or through a sudo that asks for no password.</summary>
    /// <exception cref="SetupException">It may not, or apt-get failed.</exception>
    public async Task InstallAsync(IReadOnlyList<string> names, Action<string> report, CancellationToken cancellation)
    {
        var list = string.Join(' ', names);
        if (machine.Find("apt-get") is null)
            throw new SetupException($"These Debian packages are needed, and there is no apt-get here: {list}.\nInstall what your system calls them, and start again.");
        if (await ElevationAsync(cancellation) is not { } elevation)
            throw new SetupException($"Debian packages are missing, and installing them needs a password. Type\n    {CommandLine(machine, names)}\nand start again.");

        log.Say($"Installing Debian packages: {list}");
        if (!HasLists() && !(await AptAsync(elevation, ["update"], report, cancellation)).Succeeded)
            log.Say("apt-get update failed; trying with what is there.");
        var installed = await AptAsync(elevation, [.. Install, .. names], report, cancellation);
        if (installed.Succeeded)
            return;

        // Stale lists and an interrupted dpkg are the common causes, and both can be mended.
        await machine.RunAsync(elevation[0], [.. elevation[1..], "dpkg", "--configure", "-a"], cancellation: cancellation);
        await AptAsync(elevation, ["update"], report, cancellation);
        installed = await AptAsync(elevation, [.. Install, .. names], report, cancellation);
        if (!installed.Succeeded)
            throw new SetupException($"apt-get could not install {list}:\n{installed.Tail(8)}\nMend that, or type\n    {CommandLine(machine, names)}\nand start again.");
    }

    /// <summary>The one line to type.</summary>
    public static string CommandLine(Machine machine, IEnumerable<string> names) =>
        $"{Sudo(machine)}apt-get update && {Sudo(machine)}apt-get install -y --no-install-recommends {string.Join(' ', names)}";

    /// <summary>What a command that changes the system begins with; nothing for root, who may do without it and often has none.</summary>
    public static string Sudo(Machine machine) => machine.IsRoot ? "" : "sudo ";

    private static readonly string[] Install =
        ["-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends"];

    /// <summary>What stands before a command that changes the system; null where nothing allows it.</summary>
    private async Task<string[]?> ElevationAsync(CancellationToken cancellation)
    {
        string[] environment = ["/usr/bin/env", "DEBIAN_FRONTEND=noninteractive"];
        if (machine.IsRoot)
            return environment;
        return machine.Find("sudo") is not null && (await machine.RunAsync("sudo", ["-n", "true"], cancellation: cancellation)).Succeeded
            ? ["sudo", "-n", .. environment]
            : null;
    }

    private Task<ToolResult> AptAsync(string[] elevation, string[] arguments, Action<string> report, CancellationToken cancellation) =>
        machine.RunAsync(elevation[0], [.. elevation[1..], "apt-get", .. arguments], onLine: report, cancellation: cancellation);

    private bool HasLists()
    {
        var lists = machine.SystemPath("var/lib/apt/lists");
        return Directory.Exists(lists) && Directory.EnumerateFiles(lists, "*Packages*").Any();
    }
}
