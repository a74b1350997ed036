using Workbook.Setup;

namespace Workbook.Tests.Setup;

/// <summary>A small source tree with the shape of ours and our own build files, whose library builds in seconds.</summary>
public sealed class TemporaryTree : IDisposable
{
    /// <summary>The tree that these tests belong to.</summary>
    internal static Repository Real { get; } = Repository.Find(AppContext.BaseDirectory);

    internal Repository Repository { get; }

    /// <summary>A folder for fake tools, to be put on PATH.</summary>
    public string Tools { get; }

    public TemporaryTree(string name = "a tree")
    {
        var home = Directory.CreateTempSubdirectory("workbook-test-").FullName;
        Repository = new Repository(Path.Combine(home, name));
        Tools = Path.Combine(home, "tools");
        Directory.CreateDirectory(Tools);
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", "lib/TorchEngine.props" })
            Write(file, File.ReadAllText(Path.Combine(Real.Root, file)));
        Write(Repository.SolutionName, "");
        Write("lib/TorchSharp.System/TorchSharp.System.csproj", Project("<AssemblyName>TorchSharp</AssemblyName>"));
        Write("lib/TorchSharp.System/Torch.cs", "namespace Torch;\n/// <summary>x</summary>\npublic static class Version { /// <summary>x</summary>\n public const int Number = 1; }\n");
        Write("lib/Diffusion/Diffusion.csproj", Project("", "", "<Import Project=\"../TorchEngine.props\" />"));
        Write("lib/Diffusion/Answer.cs", Answer(41));
        Write("lib/Diffusion.Recipes/Diffusion.Recipes.csproj", Project(
            "<OutputType>Exe</OutputType><AssemblyName>recipes</AssemblyName>",
            "<ProjectReference Include=\"../Diffusion/Diffusion.csproj\" />"));
        Write("lib/Diffusion.Recipes/Program.cs", "System.Console.WriteLine(Diffusion.Answer.Value);\n");
        WriteLibTorch(LibTorch);
    }

    /// <summary>A folder that looks like an unpacked libtorch.</summary>
    public string LibTorch => Path.Combine(Path.GetDirectoryName(Tools)!, "libtorch");

    public static string Answer(int value) =>
        $"namespace Diffusion;\n/// <summary>x</summary>\npublic static class Answer {{ /// <summary>x</summary>\n public static int Value => {value} + Torch.Version.Number; }}\n";

    public void Write(string path, string text)
    {
        var full = Path.Combine(Repository.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>A program on PATH, written in bash.</summary>
    public void WriteTool(string name, string script)
    {
        var path = Path.Combine(Tools, name);
        File.WriteAllText(path, "#!/bin/bash\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What a compiler of the bridge looks for, and nothing that computes.</summary>
    public static void WriteLibTorch(string folder, string mangled = "_ZN3c106detail14torchCheckFailEPKcS2_jRKNSt7__cxx11", bool cuda = false)
    {
        var api = Path.Combine(folder, "include", "torch", "csrc", "api", "include", "torch");
        Directory.CreateDirectory(api);
        File.WriteAllText(Path.Combine(api, "version.h"), "#define TORCH_VERSION_MAJOR 2\n#define TORCH_VERSION_MINOR 7\n#define TORCH_VERSION_PATCH 1\n");
        Directory.CreateDirectory(Path.Combine(folder, "lib"));
        foreach (var name in cuda ? new[] { "libtorch.so", "libtorch_cpu.so", "libtorch_cuda.so" } : ["libtorch.so", "libtorch_cpu.so"])
            File.WriteAllText(Path.Combine(folder, "lib", name), name);
        File.WriteAllText(Path.Combine(folder, "lib", "libc10.so"), $"\0\0{mangled}\0");
    }

    /// <summary>A machine that has dotnet and what the tools folder holds, and the fake libtorch.</summary>
    internal Machine Machine(bool named = true, bool isRoot = true) => new(
        new Dictionary<string, string?>
        {
            ["PATH"] = Tools,
            ["DOTNET_ROOT"] = Path.GetDirectoryName(new Machine().Dotnet),
            ["LIBTORCH"] = named ? LibTorch : null,
            ["LIBTORCH_USE_PYTORCH"] = null,
            ["NUGET_PACKAGES"] = null,
        },
        Path.Combine(Path.GetDirectoryName(Tools)!, "system"))
    {
        IsRoot = isRoot,
    };

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Tools)!, recursive: true);

    /// <summary>Without analyzers, which take half of the time.</summary>
    private static string Project(string properties, string items = "", string imports = "") =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\">{imports}<PropertyGroup><RunAnalyzers>false</RunAnalyzers>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>\n";
}
