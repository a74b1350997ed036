using System.Text.Json.Nodes;
using Workbook.Base;
using Workbook.Jupyter.Specs;

namespace Workbook.Tests.Jupyter;

public sealed class KernelSpecsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbook-specs-").FullName;

    private string Kernels => Path.Combine(_folder, "jupyter", "kernels");

    [Fact]
    public void Install_WhereNobodyIs_StartsTheBuiltProgramUnderTheUsualName()
    {
        var (ours, theirs) = Install();

        Assert.Null(theirs);
        Assert.Equal(".net-csharp", ours.Name);
        var json = Read(ours);
        Assert.Equal(".NET (C#)", (string?)json["display_name"]);
        Assert.Equal("C#", (string?)json["language"]);
        Assert.Equal("message", (string?)json["interrupt_mode"]);
        var arguments = json["argv"]!.AsArray().Select(item => (string)item!).ToList();
        Assert.Equal(["kernel", "--connection-file", "{connection_file}"], arguments[2..]);
        Assert.True(File.Exists(arguments[0]) && File.Exists(arguments[1]));
        Assert.True(ours.IsWhole);
    }

    [Fact]
    public void Install_BesideDotNetInteractive_LeavesItAndSaysSo()
    {
        const string Theirs = """{"argv":["dotnet","interactive","jupyter","--default-kernel","csharp","{connection_file}"]}""";
        var file = Path.Combine(Kernels, ".net-csharp", "kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Theirs);

        var (ours, theirs) = Install();

        Assert.Equal(Path.GetDirectoryName(file), theirs!.Folder);
        Assert.Equal(".net-csharp-workbook", ours.Name);
        Assert.NotEqual(".NET (C#)", (string?)Read(ours)["display_name"]);
        Assert.Equal(Theirs, File.ReadAllText(file));
        Assert.Equal([ours.Folder], KernelSpecs.Find([Kernels]).Select(found => found.Folder));
    }

    [Fact]
    public void Install_Again_ReplacesOurs()
    {
        Install();
        var (ours, theirs) = Install();

        Assert.Null(theirs);
        Assert.Equal([ours.Folder], Directory.GetDirectories(Kernels));
    }

    [Fact]
    public void Remove_OfOurs_LeavesTheRest()
    {
        var (ours, _) = Install();
        Directory.CreateDirectory(Path.Combine(Kernels, "python3"));

        KernelSpecs.Remove(ours);

        Assert.Equal("python3", Path.GetFileName(Assert.Single(Directory.GetDirectories(Kernels))));
        Assert.Empty(KernelSpecs.Find([Kernels]));
    }

    [Fact]
    public void Find_OfOneWhoseProgramIsGone_TellsIt()
    {
        var folder = Path.Combine(Kernels, ".net-csharp");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), """{"argv":["dotnet","/nowhere/workbook.dll","kernel"]}""");

        Assert.False(Assert.Single(KernelSpecs.Find([Kernels])).IsWhole);
    }

    [Fact]
    public void Folders_ForAUser_FollowJupytersVariables()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems keep them elsewhere.");
        string User(string? data, string? xdg) => new JupyterFolders(new Machine(new Dictionary<string, string?>
        {
            ["JUPYTER_DATA_DIR"] = data,
            ["XDG_DATA_HOME"] = xdg,
            ["HOME"] = "/home/ada",
        })).User;

        Assert.Equal("/home/ada/.local/share/jupyter/kernels", User(null, null));
        Assert.Equal("/xdg/jupyter/kernels", User(null, "/xdg"));
        Assert.Equal("/data/kernels", User("/data", "/xdg"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (KernelSpec Ours, KernelSpec? Theirs) Install() =>
        KernelSpecs.Install(Kernels, [Kernels], new Machine().Dotnet, "/tree");

    private static JsonObject Read(KernelSpec spec) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(spec.Folder, "kernel.json")))!.AsObject();
}
