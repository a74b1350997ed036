using System.Runtime.InteropServices;
using TorchNative;

namespace Workbook.Base;

/// <summary>What packages call this machine, and whether TorchSharp has native libraries for it.</summary>
internal static class Platform
{
    private static readonly string[] WithTorchSharp = ["linux-x64", "win-x64", "win-arm64", "osx-arm64"];

    /// <summary>The portable runtime identifier; the runtime's own may name a distribution, for which no package has natives.</summary>
    public static string Rid { get; } = $"{System}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static string System =>
        OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : SystemLibraries.IsMusl ? "linux-musl" : "linux";

    /// <summary>Why the library cannot be used on a machine of that name; null where it can.</summary>
    public static string? WhyNot(string rid) => WithTorchSharp.Contains(rid)
        ? null
        : $"TorchSharp has no native library for {rid}, only for {string.Join(", ", WithTorchSharp)}. " +
          (rid.StartsWith("linux-musl", StringComparison.Ordinal)
              ? "Take a system with glibc in place of musl, such as Debian."
              : "The book can be read here; running notebooks takes one of those machines.");
}
