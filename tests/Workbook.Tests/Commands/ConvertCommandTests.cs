using Workbook.Base;
using Workbook.Commands;
using Workbook.Documents;

namespace Workbook.Tests.Commands;

public sealed class ConvertCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbook-convert-").FullName;

    private string Jupyter => Path.Combine(_folder, "a.ipynb");

    private string Polyglot => Path.Combine(_folder, "a.dib");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Convert_ThereAndBack_GivesTheSameFile()
    {
        NotebookWriter.Write(new Notebook([new Cell(CellKind.Code, "one", "1 + 1"), new Cell(CellKind.Markdown, "two", "# 2")]), Jupyter);
        var before = await File.ReadAllTextAsync(Jupyter);

        Assert.Equal(ExitCode.Success, (await RunAsync("convert", Jupyter)).Code);
        File.Delete(Jupyter);
        var (code, output, _) = await RunAsync("convert", Polyglot);

        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("a.ipynb: 2 cells.", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Jupyter));
    }

    [Fact]
    public async Task Convert_OverAFile_WantsToBeTold()
    {
        NotebookWriter.Write(new Notebook([]), Jupyter);
        await File.WriteAllTextAsync(Polyglot, "mine");

        var refused = await RunAsync("convert", Jupyter);

        Assert.Equal(ExitCode.Failure, refused.Code);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Polyglot));
        Assert.Equal(ExitCode.Success, (await RunAsync("convert", Jupyter, "--force")).Code);
        Assert.StartsWith("#!meta", await File.ReadAllTextAsync(Polyglot), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.ipynb", "cannot be read")]
    [InlineData("text.txt", "ending is '.txt'")]
    public async Task Convert_WhatIsNoNotebook_IsRefused(string name, string reason)
    {
        var (code, _, error) = await RunAsync("convert", Path.Combine(_folder, name), Polyglot);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Polyglot));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
