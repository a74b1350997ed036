using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public class SessionReferenceTests(SharedSession shared) : IClassFixture<SharedSession>
{
    [Fact]
    public async Task Reference_ByPath_LoadsTheLibraryWithItsDependenciesOnce()
    {
        var folder = NewFolder();
        var inner = Emit(folder, "Inner", "public static class Inner { public static int Count; public static int Next() => ++Count; }");
        Emit(folder, "Outer", "public static class Outer { public static int Call() => Inner.Next(); public class Thing { public Inner2 Part = new(); } public class Inner2 { } }", inner);
        var path = Path.GetRelativePath(shared.Folder, folder);

        var first = await shared.Run($"#r \"{path}/Outer.dll\"\nOuter.Call()");
        var second = await shared.Run($"#r \"{path}/Outer.dll\"\n#r \"{path}/Inner.dll\"\nInner.Next() + new Outer.Thing().Part.ToString().Length * 0");

        Assert.Equal("1", first.Plain);
        Assert.Equal("2", second.Plain);
    }

    [Fact]
    public async Task Reference_ALibraryOfTheHostsInAnotherVersion_GetsItsOwn()
    {
        var folder = NewFolder();
        var clash = Emit(folder, "System.CommandLine", "namespace System.CommandLine; public class RootCommand { public static string Who => \"the library's own\"; }");
        Emit(folder, "Tool", "public static class Tool { public static string Who => System.CommandLine.RootCommand.Who; }", clash);

        var run = await shared.Run($"#r \"{folder}/Tool.dll\"\nTool.Who");

        Assert.Equal("the library's own", run.Plain);
    }

    [Fact]
    public async Task Reference_ATensorType_IsShownByItsOwnText()
    {
        var folder = NewFolder();
        Emit(folder, "TorchSharp", """
            namespace TorchSharp;
            public enum TensorStringStyle { Metadata, Julia }
            public static class torch
            {
                public class Tensor
                {
                    public int Exploded => throw new System.Exception("a property was read");
                    public override string ToString() => "[2], type = Float32, device = cpu";
                    public string ToString(TensorStringStyle style, string fltFormat = null, int? width = null, System.Globalization.CultureInfo cultureInfo = null, string newLine = null)
                        => ToString() + newLine + " 1 <2>" + newLine;
                }
            }
            """);

        await shared.Run($"#r \"{folder}/TorchSharp.dll\"\nusing TorchSharp; var t = new torch.Tensor();");
        var alone = Assert.Single((await shared.Run("t")).Events.OfType<ResultEvent>()).Data;
        var inside = Assert.Single((await shared.Run("(t, 1)")).Events.OfType<ResultEvent>()).Data;

        Assert.Equal("[2], type = Float32, device = cpu\n 1 <2>", alone.Text(MimeBundle.Plain));
        Assert.Contains("<pre>[2], type = Float32, device = cpu\n 1 &lt;2&gt;</pre>", alone.Text(MimeBundle.Html), StringComparison.Ordinal);
        Assert.Contains("1 &lt;2&gt;", inside.Text(MimeBundle.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_FromALoadedFile_StartsAtThatFilesFolder()
    {
        var folder = NewFolder();
        Emit(folder, "Beside", "public static class Beside { public static int Value => 4; }");
        await File.WriteAllTextAsync(Path.Combine(folder, "use.csx"), "#r \"Beside.dll\"\nint Loaded() => Beside.Value;");

        Assert.Equal("4", (await shared.Run($"#load \"{folder}/use.csx\"\nLoaded()")).Plain);
    }

    [Fact]
    public async Task Reference_AFileThatIsNoAssembly_IsNamed()
    {
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "text.dll"), "not an assembly");

        var run = await shared.Run("#r \"text.dll\"\n1");

        Assert.Equal(CellStatus.Failed, run.Status);
        Assert.Contains("text.dll", run.Traceback, StringComparison.Ordinal);
        Assert.Equal("2", (await shared.Run("1 + 1")).Plain);
    }

    private string NewFolder() => Directory.CreateDirectory(Path.Combine(shared.Folder, Guid.NewGuid().ToString("n"))).FullName;

    private static PortableExecutableReference Emit(string folder, string name, string code, params MetadataReference[] references)
    {
        var path = Path.Combine(folder, name + ".dll");
        var runtime = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(file => MetadataReference.CreateFromFile(file));
        var emitted = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)], [.. runtime, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromFile(path);
    }
}
