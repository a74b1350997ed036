using System.Reflection;

namespace TorchNative.Tests;

/// <summary>Copies of the native library that TorchSharp's package holds, in a folder of their own.</summary>
internal sealed class PackagedLibrary : IDisposable
{
    public PackagedLibrary()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The library is Linux's.");
        File.Copy(Original, Copy);
    }

    public static string Original { get; } =
        Path.Combine(Metadata("Packages"), "torchsharp", Metadata("TorchSharp"), "runtimes", "linux-x64", "native", NativeTorch.FileName);

    public string Folder { get; } = Directory.CreateTempSubdirectory("torch-native-").FullName;

    public string Copy => Path.Combine(Folder, NativeTorch.FileName);

    /// <summary>Whether this machine's C++ library lacks what the package's file asks for.</summary>
    public static bool MachineIsOld => !SystemLibraries.VersionsOf("libstdc++.so.6").Contains("GLIBCXX_3.4.32");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Metadata(string key) => typeof(PackagedLibrary).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == key).Value!;
}
