using Workbook.Base;

namespace Workbook.Tests.Setup;

/// <summary>The launcher itself, on a host that only tells what it was given.</summary>
public sealed class LauncherTests : IDisposable
{
    private const string Telling = """
        System.Console.WriteLine($"{string.Join('|', args)} in {System.Environment.CurrentDirectory} of {System.Environment.GetEnvironmentVariable("WORKBOOK_ROOT")}");
        return args.Length;
        """;

    private readonly TemporaryTree _tree = new("a tree with spaces");

    public LauncherTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the launcher for Windows is another one");
        _tree.Write("lib/Workbook/Workbook.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><RunAnalyzers>false</RunAnalyzers><AssemblyName>workbook</AssemblyName></PropertyGroup></Project>
            """);
        _tree.Write("lib/Workbook/Program.cs", Telling);
        _tree.Write("lib/Pictures/Pictures.props", "<Project />");
        File.Copy(Path.Combine(TemporaryTree.Real.Root, "workbook"), Launcher);
    }

    private string Launcher => Path.Combine(_tree.Repository.Root, "workbook");

    private string Built => Path.Combine(_tree.Repository.Artifacts, "host", "built");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Start_FromAnywhere_KeepsFolderAndArguments()
    {
        var first = await StartAsync(Launcher, "one", "two words");
        Assert.Equal(2, first.ExitCode);
        Assert.Equal($"one|two words in {Path.GetFullPath(_tree.Tools)} of {_tree.Repository.Root}", first.Output.Trim());
        Assert.Contains("Building the workbook's host", first.Error, StringComparison.Ordinal);

        var link = Path.Combine(_tree.Tools, "wb");
        File.CreateSymbolicLink(link, "../a tree with spaces/workbook");
        var second = await StartAsync(link);
        Assert.Equal($" in {Path.GetFullPath(_tree.Tools)} of {_tree.Repository.Root}", second.Output.TrimEnd());
        Assert.Equal("", second.Error);
    }

    [Fact]
    public async Task Start_AfterAChange_BuildsAnewAndOnlyThen()
    {
        await StartAsync(Launcher);
        var built = File.GetLastWriteTimeUtc(Built);
        await StartAsync(Launcher);
        Assert.Equal(built, File.GetLastWriteTimeUtc(Built));

        _tree.Write("lib/Pictures/Pictures.props", "<Project><!-- changed --></Project>");
        await StartAsync(Launcher);
        Assert.NotEqual(built, File.GetLastWriteTimeUtc(Built));

        _tree.Write("lib/Workbook/Program.cs", "System.Console.WriteLine(\"changed\");");
        Assert.Equal("changed", (await StartAsync(Launcher)).Output.Trim());
    }

    [Fact]
    public async Task Start_OfAHostThatDoesNotCompile_ShowsWhyAndKeepsNothing()
    {
        _tree.Write("lib/Workbook/Program.cs", "nonsense");
        var run = await StartAsync(Launcher);
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("Program.cs(1,", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_tree.Repository.Artifacts));
    }

    [Fact]
    public async Task Start_TwoAtOnce_BuildsOnce()
    {
        var both = await Task.WhenAll(StartAsync(Launcher), StartAsync(Launcher));
        Assert.All(both, run => Assert.Equal(0, run.ExitCode));
        Assert.Single(both, run => run.Error.Contains("Building", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_AfterAKilledBuild_DistrustsWhatItLeft()
    {
        await StartAsync(Launcher);
        File.WriteAllBytes(Path.Combine(_tree.Repository.Root, "lib/Workbook/obj/Release/net10.0/workbook.dll"), [77, 90]);
        Directory.Move(Path.Combine(_tree.Repository.Artifacts, "host"), Path.Combine(_tree.Repository.Artifacts, "host.4194305"));
        var run = await StartAsync(Launcher, "again");
        Assert.StartsWith("again in", run.Output, StringComparison.Ordinal);
        Assert.Equal(["host"], Directory.GetDirectories(_tree.Repository.Artifacts).Select(Path.GetFileName));
    }

    /// <summary>The folders that every machine may have are taken out of the launcher's list; nothing else is changed.</summary>
    [Fact]
    public async Task Start_WithoutAnSdk_SaysHowToGetOneAndExitsWith3()
    {
        var text = await File.ReadAllTextAsync(Launcher, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Launcher,
            text.Replace("/usr/share/dotnet/dotnet", "/nowhere/dotnet", StringComparison.Ordinal)
                .Replace("/usr/lib/dotnet/dotnet", "/nowhere/dotnet", StringComparison.Ordinal)
                .Replace("/usr/local/share/dotnet/dotnet", "/nowhere/dotnet", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        foreach (var tool in new[] { "bash", "dirname", "readlink", "cat", "env" })
            File.CreateSymbolicLink(Path.Combine(_tree.Tools, tool), new Machine().Find(tool)!);
        var run = await StartAsync(Launcher, new Dictionary<string, string?> { ["PATH"] = _tree.Tools, ["DOTNET_ROOT"] = null, ["HOME"] = _tree.Tools });
        Assert.Equal(ExitCode.NotSetUp, run.ExitCode);
        Assert.Contains("needs the .NET 10 SDK", run.Error, StringComparison.Ordinal);
        Assert.Contains("https://dotnet.microsoft.com", run.Error, StringComparison.Ordinal);
    }

    private Task<ToolResult> StartAsync(string launcher, params string[] arguments) => StartAsync(launcher, [], arguments);

    private Task<ToolResult> StartAsync(string launcher, Dictionary<string, string?> variables, params string[] arguments) =>
        new Machine(variables).RunAsync(
            new Machine().Find("bash")!, [launcher, .. arguments], _tree.Tools, cancellation: TestContext.Current.CancellationToken);
}
