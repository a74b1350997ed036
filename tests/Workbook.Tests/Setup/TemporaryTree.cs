using Workbook.Base;

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
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json" })
            Write(file, File.ReadAllText(Path.Combine(Real.Root, file)));
        Write(Repository.SolutionName, "");
        Write("lib/Tensors/Tensors.csproj", Project("<AssemblyName>TorchSharp</AssemblyName>"));
        Write("lib/Tensors/Torch.cs", "namespace Torch;\n/// <summary>x</summary>\npublic static class Version { /// <summary>x</summary>\n public const int Number = 1; }\n");
        Write("lib/Diffusion/Diffusion.csproj", Project("", "", "<Import Project=\"../Torch.props\" />"));
        Write(TorchProps, "<Project><ItemGroup><ProjectReference Include=\"../Tensors/Tensors.csproj\" /></ItemGroup></Project>\n");
        Write("lib/Diffusion/Answer.cs", Answer(41));
        Write("lib/Diffusion.Recipes/Diffusion.Recipes.csproj", Project(
            "<OutputType>Exe</OutputType><AssemblyName>recipes</AssemblyName>",
            "<ProjectReference Include=\"../Diffusion/Diffusion.csproj\" />"));
        Write("lib/Diffusion.Recipes/Program.cs", "System.Console.WriteLine(Diffusion.Answer.Value);\n");
    }

    /// <summary>What brings the tensors: a small project here, TorchSharp's packages in the real tree.</summary>
    public const string TorchProps = "lib/Torch.props";

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

    /// <summary>A machine that has dotnet and what the tools folder holds.</summary>
    internal Machine Machine(bool isRoot = true) => new(
        new Dictionary<string, string?>
        {
            ["PATH"] = Tools,
            ["DOTNET_ROOT"] = Path.GetDirectoryName(new Machine().Dotnet),
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
