using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public class DirectiveTests(SharedSession shared) : IClassFixture<SharedSession>
{
    [Fact]
    public async Task Languages_InOneCell_AreShownAndRunInOrder()
    {
        var run = await shared.Run("var x = 1;\nx\n#!markdown\n# Title\n#!html\n<b>bold</b>\n#!javascript\nalert(1)\n#!mermaid\ngraph LR; A-->B\n#!c#\nx + 1");

        var shown = run.Events.OfType<DisplayEvent>().Select(display => display.Data).ToList();
        Assert.Equal(
            [MimeBundle.Plain, MimeBundle.Markdown, MimeBundle.Html, MimeBundle.JavaScript, "text/vnd.mermaid"], shown.Select(data => data.Types.First()));
        Assert.Equal("1", shown[0].Text(MimeBundle.Plain));
        Assert.Equal("# Title", shown[1].Text(MimeBundle.Markdown));
        Assert.Equal("graph LR; A-->B", shown[4].Text(MimeBundle.Plain));
        Assert.Equal("2", run.Plain);
    }

    [Fact]
    public async Task Languages_AMarkdownText_MayShowOtherDirectives()
    {
        var run = await shared.Run("#!markdown\nWrite `#r`:\n#r \"nuget: No.Such.Package\"\n```\n#!/bin/sh\n```");

        Assert.Equal(CellStatus.Succeeded, run.Status);
        Assert.Contains("#!/bin/sh", run.Events.OfType<DisplayEvent>().Single().Data.Text(MimeBundle.Markdown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_ACell_TellsItsDuration() => Assert.Matches(
        @"^Wall time: \d+\.\d ms$", (await shared.Run("#!time\nvar slow = 1;")).Events.OfType<DisplayEvent>().Single().Data.Text(MimeBundle.Plain));

    [Fact]
    public async Task Whos_AfterSomeCells_ListsVariablesOnceWithTypeAndValue()
    {
        await shared.Run("var counted = 1; var names = new List<string> { \"a\" };");
        await shared.Run("var counted = 2.5; int Twice(int v) => 2 * v;");

        var names = (await shared.Run("#!who")).Events.OfType<DisplayEvent>().Single().Data.Text(MimeBundle.Plain)!.Split('\n');
        var table = (await shared.Run("#!whos")).Events.OfType<DisplayEvent>().Single().Data;

        Assert.Single(names, "counted");
        Assert.Contains("names", names);
        Assert.DoesNotContain("Twice", names);
        Assert.Matches(@"(?m)^counted\s+double\s+2\.5$", table.Text(MimeBundle.Plain));
        Assert.Matches(@"(?m)^names\s+List<string>\s+", table.Text(MimeBundle.Plain));
        Assert.Contains("<td>counted</td><td>double</td><td>2.5</td>", table.Text(MimeBundle.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LsMagic_Always_NamesEveryDirective()
    {
        var text = (await shared.Run("#!lsmagic")).Events.OfType<DisplayEvent>().Single().Data.Text(MimeBundle.Plain);

        Assert.All(
            ["#r", "#i", "#load", "#!import", "#!time", "#!who", "#!whos", "#!lsmagic", "#!set", "#!value", "#!share", "#!markdown", "#!html", "#!javascript", "#!mermaid", "#!csharp"],
            name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Set_AValue_DeclaresAVariable()
    {
        await shared.Run("#!set --name given --value \"a \\\"text\\\" of words\"\nvar after = given.Length;");
        await shared.Run("#!set --value plain --name=word");
        await shared.Run("var number = 41;\n#!set --name copied --value @csharp:number");

        Assert.Equal("a \"text\" of words", (await shared.Run("given")).Plain);
        Assert.Equal("17", (await shared.Run("after")).Plain);
        Assert.Equal("plain", (await shared.Run("word")).Plain);
        Assert.Equal("42", (await shared.Run("copied + 1")).Plain);
    }

    [Fact]
    public async Task Value_WithTextOrFile_DeclaresAVariable()
    {
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "kept.txt"), "from a file", TestContext.Current.CancellationToken);

        await shared.Run("#!value --name poem\none \"line\"\nand another\n#!csharp\nvar length = poem.Length;");
        await shared.Run("#!value --name kept --from-file kept.txt");
        await shared.Run("#!set --name again --value @value:poem");

        Assert.Equal("one \"line\"\nand another", (await shared.Run("again")).Plain);
        Assert.Equal("22", (await shared.Run("length")).Plain);
        Assert.Equal("from a file", (await shared.Run("kept")).Plain);
    }

    [Theory]
    [InlineData("""C:\data\new.csv""", """C:\data\new.csv""")]
    [InlineData("""C:\data\""", """C:\data\""")]
    [InlineData("""C:\\data\\new.csv""", """C:\data\new.csv""")]
    [InlineData("""\\server\new\table.csv""", """\\server\new\table.csv""")]
    [InlineData("""/data/a b.csv""", """/data/a b.csv""")]
    [InlineData("""one\ttwo \"three\" \u00e9""", "one\ttwo \"three\" \u00e9")]
    [InlineData("""\d+\s""", """\d+\s""")]
    [InlineData("@csharp:other", "@csharp:other")]
    [InlineData("@input:Who?", "@input:Who?")]
    public async Task Set_AValueInQuotes_IsTextAndAPathIsLeftAsItIs(string written, string value)
    {
        await shared.Run($"#!set --name quoted --value \"{written}\" --mime-type text/plain");

        Assert.Equal(value, (await shared.Run("quoted")).Plain);
    }

    [Fact]
    public async Task Share_FromCSharp_DeclaresAVariable()
    {
        await shared.Run("var mine = 3;");

        Assert.Equal(CellStatus.Succeeded, (await shared.Run("#!share --from csharp mine")).Status);
        Assert.Equal("3", (await shared.Run("#!share --from csharp mine --as yours\nyours")).Plain);
    }

    [Fact]
    public async Task Set_AnInput_TakesTheReadersAnswer()
    {
        var asked = "";
        await foreach (var message in shared.Session.ExecuteAsync(
            new ExecuteRequest("#!set --name who --value @input:\"Who are you?\"", "Cell 1") { AllowInput = true }, TestContext.Current.CancellationToken))
            if (message is StreamEvent text)
                asked += text.Text;
            else if (message is InputEvent question)
                shared.Session.Reply(question.Number, "a reader");

        Assert.Equal("Who are you? ", asked);
        Assert.Equal("a reader", (await shared.Run("who")).Plain);
    }

    [Theory]
    [InlineData("#!set --name x --value @input:\"Who?\"", "nobody is there to answer")]
    [InlineData("#!set --name x --value @password:\"Key?\"", "Environment.GetEnvironmentVariable")]
    [InlineData("#!set --name x --value @fsharp:y", "cannot fetch y from fsharp: there is one kernel here")]
    [InlineData("#!set --name x --value two words", "put it in quotes")]
    [InlineData("#!set --value 1", "wants --name")]
    [InlineData("#!set --name x --value", "lacks a value after --value")]
    [InlineData("#!set --name 1x --value 1", "\"1x\" is none")]
    [InlineData("#!set --title x", "has no option --title; there are --name, --value")]
    [InlineData("#!share --from fsharp y", "cannot fetch y from fsharp")]
    [InlineData("#!share --from csharp", "wants the name of one variable")]
    [InlineData("#!value --name x --from-url http://127.0.0.1/", "HttpClient")]
    [InlineData("#!value --name x --from-file none.txt", "none.txt: the file is not there")]
    [InlineData("#!value\ntext", "wants --name")]
    public async Task Variables_WhatCannotBe_SaysWhyAndWhatToWrite(string line, string reason)
    {
        var run = await shared.Run("\n" + line);

        Assert.Equal((CellStatus.Failed, 2), (run.Status, run.Error.Line));
        Assert.Contains(reason, run.Error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ANotebookOfAnotherLanguage_NamesItsKernel()
    {
        var notebook = new Notebook([new Cell(CellKind.Code, "code", "print(1)")])
        {
            Metadata = new() { ["kernelspec"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "python3", ["display_name"] = "Python 3", ["language"] = "python" } },
        };
        NotebookFile.Write(notebook, Path.Combine(shared.Folder, "python.ipynb"));

        Assert.Contains("is written for the kernel Python 3", (await shared.Run("#!import python.ipynb")).Error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ANotebookAgainstTheFormat_SaysWhatWasMended()
    {
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "odd.ipynb"), """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "var odd = 7;"}]}""", TestContext.Current.CancellationToken);

        var run = await shared.Run("#!import odd.ipynb\nodd");

        Assert.Equal("7", run.Plain);
        Assert.Contains("odd.ipynb: cell 1: 'outputs' is missing", Assert.Single(run.Events.OfType<WarningEvent>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_Directive_NamesItsPlaceAndWhatThereIs()
    {
        var run = await shared.Run("1 +\n#!connect\n1", "Cell 7");

        Assert.Equal((CellStatus.Failed, 2), (run.Status, run.Error.Line));
        Assert.Contains("Cell 7, line 2: There is no #!connect.", run.Traceback, StringComparison.Ordinal);
        Assert.Contains("#!markdown", run.Traceback, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!fsharp", "F#")]
    [InlineData("#!powershell", "PowerShell")]
    [InlineData("#!sql", "SQL")]
    public async Task Unknown_Language_IsNamedWithWhatToDo(string directive, string language)
    {
        var run = await shared.Run($"1\n{directive}\n1");

        Assert.Equal((CellStatus.Failed, 2), (run.Status, run.Error.Line));
        Assert.Contains($"There is no {directive}: what follows is {language}, and all that runs here is C#.", run.Error.Value, StringComparison.Ordinal);
        Assert.Contains("tag the cell skip-execution", run.Error.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("part.csx")]
    [InlineData("part.cs")]
    [InlineData("part.ipynb")]
    [InlineData("part.dib")]
    public async Task Import_AFile_RunsItsCodeAsIfItStoodHere(string name)
    {
        const string Code = "int Imported(int v) => v + 40;";
        var notebook = new Notebook([new Cell(CellKind.Markdown, "text", "# No code"), new Cell(CellKind.Code, "code", Code)]);
        var path = Path.Combine(shared.Folder, name);
        if (NotebookFile.IsNotebook(path))
            NotebookFile.Write(notebook, path);
        else
            await File.WriteAllTextAsync(path, Code);

        Assert.Equal("42", (await shared.Run($"#!import \"{name}\"\nImported(2)")).Plain);
    }

    [Fact]
    public async Task Import_AFileThatFails_NamesTheFilesPlaceAndTheCellsLine()
    {
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "throws.csx"), "var ok = 1;\nthrow new System.Exception(\"inside\");");
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "wrong.csx"), "int v = \"text\";");
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "unknown.csx"), "#!nothing");

        var throws = await shared.Run("var before = 1;\n#!import throws.csx");
        var wrong = await shared.Run("\n\n#!import wrong.csx");
        var unknown = await shared.Run("#!import unknown.csx");

        Assert.Equal(2, throws.Error.Line);
        Assert.Contains("throws.csx, line 2", throws.Traceback, StringComparison.Ordinal);
        Assert.Equal(3, wrong.Error.Line);
        Assert.Contains("wrong.csx, line 1", wrong.Traceback, StringComparison.Ordinal);
        Assert.Contains("line 1: unknown.csx, line 1: There is no #!nothing", unknown.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhatCannotBe_SaysWhy()
    {
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "again.csx"), "#!import again.csx");
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "broken.ipynb"), "{");
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "text.txt"), "");

        Assert.Contains("not there", (await shared.Run("#!import none.csx")).Error.Value, StringComparison.Ordinal);
        Assert.Contains("imports itself", (await shared.Run("#!import again.csx")).Error.Value, StringComparison.Ordinal);
        Assert.Contains("cut off", (await shared.Run("#!import broken.ipynb")).Error.Value, StringComparison.Ordinal);
        Assert.Contains("ending is '.txt'", (await shared.Run("#!import text.txt")).Error.Value, StringComparison.Ordinal);
        Assert.Contains("wants a file", (await shared.Run("#!import")).Error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_AFile_RunsInTheCell()
    {
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "load.csx"), "var loaded = 5;");

        Assert.Equal("6", (await shared.Run("#load \"load.csx\"\nloaded + 1")).Plain);
    }
}
