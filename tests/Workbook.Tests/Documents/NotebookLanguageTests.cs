using System.Text.Json.Nodes;
using Workbook.Documents;

namespace Workbook.Tests.Documents;

public class NotebookLanguageTests
{
    private const string CSharp = """{"dotnet_interactive": {"language": "csharp"}, "polyglot_notebook": {"kernelName": "csharp"}}""";
    private const string FSharp = """{"dotnet_interactive": {"language": "fsharp"}}""";
    private const string PowerShell = """{"polyglot_notebook": {"kernelName": "pwsh"}}""";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp", "language": "C#", "display_name": ".NET (C#)"}}""")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp"}, "language_info": {"name": "polyglot-notebook"}}""")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp", "language": "C#"}, "language_info": {"name": "python"}, "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp", "items": []}}}""")]
    [InlineData("""{"kernelspec": {"name": "kernel-spec", "language": "csharp", "display_name": "C#"}}""")]
    [InlineData("""{"kernelspec": {"name": "icsharpkernel"}}""")]
    [InlineData("""{"language_info": {"name": "c#"}}""")]
    [InlineData("""{"language_info": {"name": "polyglot-notebook"}}""")]
    [InlineData("""{"language_info": "text"}""")]
    [InlineData("""{"kernelspec": null, "language_info": null, "polyglot_notebook": null}""")]
    [InlineData("""{"kernelspec": [1], "language_info": [2], "polyglot_notebook": {"kernelInfo": 3}}""")]
    [InlineData("""{"kernelspec": {"name": 1, "language": {}, "display_name": []}}""")]
    [InlineData("""{"language_info": {"name": "python"}}""", CSharp)]
    [InlineData("""{"language_info": {"name": "python"}}""", "{}", CSharp)]
    [InlineData("""{"kernelspec": {"name": "python3", "language": "python"}}""", CSharp, CSharp)]
    [InlineData("""{"polyglot_notebook": {"kernelInfo": {"defaultKernelName": "pwsh"}}}""", CSharp)]
    [InlineData("""{"kernelspec": {"name": ".net-csharp"}}""", FSharp, CSharp)]
    [InlineData("""{"kernelspec": {"name": ".net-csharp"}}""", """{"dotnet_interactive": {"language": "html"}}""")]
    public void OtherKernel_OfACSharpNotebook_IsNone(string metadata, params string[] cells) => Assert.Null(Notebook(metadata, cells).OtherKernel);

    [Theory]
    [InlineData("""{"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3 (ipykernel)"}}""", "Python 3 (ipykernel)")]
    [InlineData("""{"kernelspec": {"name": "python3", "display_name": "Python 3"}}""", "Python 3")]
    [InlineData("""{"kernelspec": {"name": "ir"}}""", "ir")]
    [InlineData("""{"kernelspec": {"name": "", "display_name": ""}, "language_info": {"name": "python"}}""", "Python")]
    [InlineData("""{"language_info": {"name": "julia"}}""", "julia")]
    [InlineData("""{"kernelspec": {"name": ".net-fsharp", "language": "F#", "display_name": ".NET (F#)"}, "language_info": {"name": "C#"}}""", ".NET (F#)")]
    [InlineData("""{"kernelspec": {"name": ".net-powershell"}}""", "PowerShell")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp", "language": "C#", "display_name": ".NET (C#)"}, "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "pwsh"}}}""", "PowerShell")]
    [InlineData("""{"polyglot_notebook": {"kernelInfo": {"defaultKernelName": "fsharp"}}, "language_info": {"name": "polyglot-notebook"}}""", "F#")]
    [InlineData("""{"dotnet_interactive": {"defaultKernelName": "javascript"}}""", "JavaScript")]
    [InlineData("""{"kernelspec": {"name": "javascript", "language": "javascript", "display_name": "Deno"}}""", "Deno")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp"}}""", "F#", FSharp)]
    [InlineData("""{"kernelspec": {"name": ".net-csharp"}}""", "F#", FSharp, PowerShell)]
    [InlineData("""{"kernelspec": {"name": ".net-fsharp", "display_name": ".NET (F#)"}}""", ".NET (F#)", FSharp, CSharp)]
    [InlineData("""{"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}""", "Python 3", CSharp, "{}")]
    public void OtherKernel_OfAnotherLanguage_NamesIt(string metadata, string kernel, params string[] cells) =>
        Assert.Equal(kernel, Notebook(metadata, cells).OtherKernel);

    [Theory]
    [InlineData("""{"kernelspec": {"name": "python3"}}""", "#!csharp\n1", null)]
    [InlineData("{}", "#!fsharp\nlet x = 1", "F#")]
    [InlineData("{}", "#!powershell\r\nls", "PowerShell")]
    [InlineData("{}", "#!time\n1", null)]
    [InlineData("""{"kernelspec": {"name": ".net-fsharp"}}""", " \n", "F#")]
    public void OtherKernel_OfACellThatNamesItsLanguage_GoesByThat(string metadata, string source, string? kernel) =>
        Assert.Equal(kernel, new Notebook([new Cell(CellKind.Code, "a", source)]) { Metadata = JsonNode.Parse(metadata)!.AsObject() }.OtherKernel);

    [Theory]
    [InlineData("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"pwsh\",\"items\":[]}}\n#!pwsh\nls", "PowerShell")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[]}}\n#!pwsh\nls", "PowerShell")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\",\"items\":[]}}\n#!csharp\n1", null)]
    [InlineData("#!fsharp\nlet x = 1\n#!csharp\n1", null)]
    public void OtherKernel_OfADib_GoesByItsCells(string text, string? kernel) => Assert.Equal(kernel, DibReader.Parse(text, "a.dib").OtherKernel);

    private static Notebook Notebook(string metadata, string[] cells) =>
        new([.. cells.Select((cell, index) => new Cell(CellKind.Code, $"c{index}", "1") { Metadata = JsonNode.Parse(cell)!.AsObject() })])
        {
            Metadata = JsonNode.Parse(metadata)!.AsObject(),
        };
}
