using System.Text;
using System.Text.RegularExpressions;

namespace Workbook.Setup;

/// <summary>An installed libtorch, as the compiler of the bridge must know it.</summary>
/// <param name="Include">Header folders.</param>
/// <param name="Lib">The folder of libtorch.so.</param>
/// <param name="Flags">Compiler flags that match how the library itself was built.</param>
/// <param name="Version">Such as 1.13.1.</param>
/// <param name="Source">Where it comes from, for the reader.</param>
internal sealed record LibTorch(IReadOnlyList<string> Include, string Lib, string Flags, string Version, string Source)
{
    /// <summary>Reads what lies in two folders; null where they hold no libtorch with its headers.</summary>
    /// <param name="include">The folder that holds <c>torch/script.h</c>.</param>
    /// <param name="lib">The folder that holds <c>libtorch.so</c>.</param>
    /// <param name="source">Where it comes from, for the reader.</param>
    public static LibTorch? Read(string include, string lib, string source)
    {
        var api = Path.Combine(include, "torch", "csrc", "api", "include");
        var version = Path.Combine(api, "torch", "version.h");
        if (!File.Exists(Path.Combine(lib, "libtorch.so")) || !File.Exists(version))
            return null;
        var flags = UsesOldStrings(Path.Combine(lib, "libc10.so")) ? "-D_GLIBCXX_USE_CXX11_ABI=0" : "-D_GLIBCXX_USE_CXX11_ABI=1";
        return new LibTorch([include, api], lib, flags, ReadVersion(File.ReadAllText(version)), source);
    }

    /// <summary>Whether it can compute on a GPU.</summary>
    public bool HasCuda => File.Exists(Path.Combine(Lib, "libtorch_cuda.so"));

    /// <summary>Changes when the library is upgraded in its place.</summary>
    public string Identity
    {
        get
        {
            var file = new FileInfo(Path.Combine(Lib, "libtorch_cpu.so"));
            var size = file.Exists ? (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length : 0;
            return $"{string.Join(';', Include)}|{Lib}|{Flags}|{Version}|{size}";
        }
    }

    /// <summary>
    /// Whether std::string is the one from before C++11, as in PyTorch's wheels up to 2.5: found in the mangled name of a
    /// function that takes one.
    /// </summary>
    private static bool UsesOldStrings(string library)
    {
        var bytes = File.ReadAllBytes(library).AsSpan();
        return bytes.IndexOf(Encoding.ASCII.GetBytes("torchCheckFailEPKcS2_jRKSs")) >= 0;
    }

    private static string ReadVersion(string header)
    {
        string Part(string name) =>
            Regex.Match(header, $@"#define TORCH_VERSION_{name}\s+(\d+)") is { Success: true } found ? found.Groups[1].Value : "?";
        return $"{Part("MAJOR")}.{Part("MINOR")}.{Part("PATCH")}";
    }
}
