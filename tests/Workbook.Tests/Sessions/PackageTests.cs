using Workbook.Documents;
using Workbook.Sessions;
using Workbook.Sessions.Child.Packages;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

/// <summary>Packages restored for real, from a folder; in the place of the machine's registries stands an empty one, as tests use no network.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbook-packages-").FullName;
    private Session? _session;

    private Session Session => _session!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "registry"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "NuGet.config"), """
            <configuration><packageSources><clear /><add key="registry" value="registry" /></packageSources></configuration>
            """);
        _session = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Reference_APackage_BringsWhatItNeedsManagedAndNative()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The native library in the package is Linux's.");
        var inner = PackageFeed.Pack(_folder, "Workbook.Inner", "1.0.0", "public static class Inner { public static int Number => 41; }");
        PackageFeed.Pack(_folder, "Workbook.Outer", "1.2.0", """
            public static class Outer
            {
                [System.Runtime.InteropServices.DllImport("packaged")] private static extern int SystemNative_GetPid();
                public static int Number => Inner.Number + 1;
                public static int Pid => SystemNative_GetPid();
            }
            """, ("Workbook.Inner", "1.0.0", inner), "libpackaged.so");

        var run = await CellRun.Of(Session, "#i \"nuget: .\"\n#r \"nuget: Workbook.Outer, 1.2.0\"\n$\"{Outer.Number} {Outer.Pid == Environment.ProcessId} {Inner.Number}\"");
        var later = await CellRun.Of(Session, "#r \"nuget: workbook.outer\"\nOuter.Number");
        var other = await CellRun.Of(Session, "1;\n#r \"nuget: Workbook.Outer, 1.3.0\"");

        var fitting = await CellRun.Of(Session, "#r \"nuget: Workbook.Outer, 1.*\"\n#r \"nuget: Workbook.Outer, [1.0,2.0)\"\nOuter.Number");

        Assert.Equal("42", fitting.Plain);
        Assert.Equal("42 True 41", run.Plain);
        Assert.Equal("Package Workbook.Outer 1.2.0", run.Events.OfType<DisplayEvent>().Single().Data.Text(MimeBundle.Plain));
        Assert.Equal("42", later.Plain);
        Assert.Empty(later.Events.OfType<DisplayEvent>());
        Assert.Equal(2, other.Error.Line);
        Assert.Contains("already here in version 1.2.0. Restart", other.Error.Value, StringComparison.Ordinal);

        // What was restored once needs neither registry nor folder.
        await using var offline = await StartAsync(("PATH", ""), ("http_proxy", "http://127.0.0.1:9"), ("https_proxy", "http://127.0.0.1:9"));
        Assert.Equal("42", (await CellRun.Of(offline, "#i \"nuget: .\"\n#r \"nuget: Workbook.Outer, 1.2.0\"\nOuter.Number")).Plain);
    }

    [Fact]
    public async Task Find_RestoredPackagesWithFolders_FindsThemUntilTheirFilesAreGone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right there.");
        var (restored, cache) = (Path.Combine(_folder, "restored"), Path.Combine(_folder, "resources"));
        Directory.CreateDirectory(Path.Combine(restored, "de"));
        await File.WriteAllTextAsync(cache, "");
        RestoredPackages.WriteList(restored, ["Workbook.Words 1.0.0"]);
        File.CreateSymbolicLink(Path.Combine(restored, "de", "Workbook.Words.resources.dll"), cache);

        Assert.Equal("1.0.0", RestoredPackages.Find(restored)?.VersionOf("workbook.words"));
        File.Delete(cache);
        Assert.Null(RestoredPackages.Find(restored));
    }

    [Fact]
    public async Task Reference_WithoutAVersion_TakesTheNewest()
    {
        PackageFeed.Pack(_folder, "Workbook.Newest", "1.0.0", "public static class Newest { public static int Number => 1; }");
        PackageFeed.Pack(_folder, "Workbook.Newest", "2.0.0", "public static class Newest { public static int Number => 2; }");
        await File.WriteAllTextAsync(Path.Combine(_folder, "needs.csx"), "#r \"nuget: Workbook.Newest\"\nint Number() => Newest.Number;");

        Assert.Equal("2", (await CellRun.Of(Session, "#i \"nuget: .\"\n#load \"needs.csx\"\nNumber()")).Plain);
    }

    [Fact]
    public async Task Reference_APackageThatIsNowhere_GivesTheRegistrysAnswer()
    {
        PackageFeed.Pack(_folder, "Workbook.Known", "1.0.0", "public static class Known { }");

        var nowhere = await CellRun.Of(Session, "1;\n#r \"nuget: Workbook.No.Such.Package.At.All, 1.0.0\"", "Cell 4");
        var version = await CellRun.Of(Session, "#i \"nuget: .\"\n#r \"nuget: Workbook.Known, 9.0.0\"");

        Assert.Equal((CellStatus.Failed, 2), (nowhere.Status, nowhere.Error.Line));
        Assert.Contains("Cell 4, line 2: Workbook.No.Such.Package.At.All 1.0.0 could not be restored. NU1101", nowhere.Traceback, StringComparison.Ordinal);
        Assert.Contains("NU1102", version.Error.Value, StringComparison.Ordinal);
        Assert.Contains("1.0.0", version.Error.Value, StringComparison.Ordinal);
        Assert.Equal("2", (await CellRun.Of(Session, "1 + 1")).Plain);
    }

    [Fact]
    public async Task Reference_WithASourceThatIsGone_TakesWhatTheOthersHave()
    {
        const string Gone = "https://127.0.0.1:9/v3/index.json";
        PackageFeed.Pack(_folder, "Workbook.Moved", "1.0.0", "public static class Moved { public static int Number => 42; }");

        var run = await CellRun.Of(Session, $"#i \"nuget: {Gone}\"\n#i \"nuget: .\"\n#r \"nuget: Workbook.Moved, 1.0.0\"\nMoved.Number");
        var nowhere = await CellRun.Of(Session, "#r \"nuget: Workbook.Only.There, 1.0.0\"");

        Assert.Equal("42", run.Plain);
        Assert.Contains("NU1801", nowhere.Error.Value, StringComparison.Ordinal);
        Assert.Contains(Gone, nowhere.Error.Value, StringComparison.Ordinal);
        Assert.Contains("A source could not be reached", nowhere.Error.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#r \"nuget: \"", "names no package")]
    [InlineData("#r \"nuget: A B C\"", "names no package")]
    [InlineData("#i \"nuget: no-such-folder\"", "no-such-folder is not there")]
    [InlineData("#i \"somewhere\"", "names no source")]
    public async Task Reference_ALineThatIsWrong_IsRefusedWithItsPlace(string line, string reason)
    {
        var run = await CellRun.Of(Session, "\n" + line);

        Assert.Equal(2, run.Error.Line);
        Assert.Contains(reason, run.Error.Value, StringComparison.Ordinal);
    }

    // A cache of its own, so that a test tells nothing to the next.
    private Task<Session> StartAsync(params (string Name, string Value)[] variables) => Session.StartAsync(new SessionOptions(_folder)
    {
        Environment = variables.Append(("XDG_DATA_HOME", Path.Combine(_folder, "cache"))).Append(("NUGET_PACKAGES", Path.Combine(_folder, "global")))
            .ToDictionary(variable => variable.Item1, variable => variable.Item2),
    });
}
