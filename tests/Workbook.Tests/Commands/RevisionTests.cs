using System.ComponentModel;
using System.Diagnostics;
using Workbook.Commands;
using Workbook.Documents;

namespace Workbook.Tests.Commands;

public sealed class RevisionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("revision-").FullName;

    [Fact]
    public async Task Read_ARevision_GivesTheNotebookAsItWasThen()
    {
        await CommitAsync("before");
        Write("after");
        var (notebook, name) = await Revision.ReadAsync(NotebookPath, "HEAD", TestContext.Current.CancellationToken);
        Assert.Equal("before", notebook.Cells.Single().Source);
        Assert.StartsWith("HEAD (", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WhatGitDoesNotHave_SaysWhat()
    {
        await CommitAsync("before");
        Assert.Contains("no revision 'nosuch'", await MessageAsync(NotebookPath, "nosuch"), StringComparison.Ordinal);
        Assert.Contains("no revision '--all'", await MessageAsync(NotebookPath, "--all"), StringComparison.Ordinal);
        var added = Path.Combine(folder, "added.ipynb");
        File.Copy(NotebookPath, added);
        Assert.Contains("is not in revision HEAD", await MessageAsync(added, "HEAD"), StringComparison.Ordinal);
        Assert.Contains("is not there", await MessageAsync(NotebookPath, "other.ipynb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ASecondNotebook_NeedsNoGit()
    {
        Write("one");
        var (notebook, name) = await Revision.ReadAsync("elsewhere.ipynb", NotebookPath, TestContext.Current.CancellationToken);
        Assert.Equal(("one", NotebookPath), (notebook.Cells.Single().Source, name));
    }

    [Fact]
    public async Task Read_OutsideAnyRepository_SaysSo()
    {
        Write("one");
        Assert.SkipWhen(await IsKeptAsync(), "The temporary folder is part of a repository.");
        Assert.Contains("no folder that git keeps", await MessageAsync(NotebookPath, "HEAD"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(folder, recursive: true);
    }

    private string NotebookPath => Path.Combine(folder, "n.ipynb");

    private void Write(string text) => NotebookWriter.Write(new Notebook([new Cell(CellKind.Markdown, "a", text)]), NotebookPath);

    private async Task CommitAsync(string text)
    {
        Write(text);
        Assert.Equal(0, await GitAsync("init", "-q"));
        Assert.Equal(0, await GitAsync("add", "n.ipynb"));
        Assert.Equal(0, await GitAsync("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "one"));
    }

    private async Task<bool> IsKeptAsync() => await GitAsync("rev-parse", "--show-toplevel") == 0;

    private static async Task<string> MessageAsync(string path, string revision) =>
        (await Assert.ThrowsAsync<NotebookException>(() => Revision.ReadAsync(path, revision, TestContext.Current.CancellationToken))).Message;

    private async Task<int> GitAsync(params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await git.WaitForExitAsync(TestContext.Current.CancellationToken);
            return git.ExitCode;
        }
        catch (Win32Exception)
        {
            Assert.Skip("git is not installed.");
            throw;
        }
    }
}
