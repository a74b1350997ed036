using System.Globalization;
using Workbook.Jupyter.Past;

namespace Workbook.Tests.Jupyter;

public sealed class HistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbook-history-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "below", "history.jsonl");

    [Fact]
    public void Add_InOneKernel_IsThereInTheNext()
    {
        var first = new History(Path);
        first.Add(1, "var x = 1;\nx");
        first.Add(2, "\"ä\"");

        var second = new History(Path);
        second.Add(1, "again");

        Assert.Equal(
            [(1, 1, "var x = 1;\nx"), (1, 2, "\"ä\""), (2, 1, "again")],
            second.Entries.Select(entry => (entry.Session, entry.Line, entry.Input)));
    }

    [Fact]
    public void Add_BySeveralAtOnce_LosesNothing()
    {
        const int Kernels = 8, Cells = 20;

        Parallel.For(0, Kernels, kernel =>
        {
            var history = new History(Path) { Patience = TimeSpan.FromMinutes(5) };
            for (var line = 1; line <= Cells; line++)
                history.Add(line, $"{kernel}-{line}");
        });

        var entries = new History(Path).Entries;
        Assert.Equal(Kernels * Cells, entries.Select(entry => entry.Input).Distinct().Count());
        Assert.Equal(Kernels, entries.Select(entry => entry.Session).Distinct().Count());
    }

    [Fact]
    public void Entries_OfALongFile_AreTheLast()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllLines(Path, Enumerable.Range(1, 5000).Select(line => string.Create(
            CultureInfo.InvariantCulture, $"{{\"session\":1,\"line\":{line},\"input\":\"{line}\"}}")));

        var entries = new History(Path).Entries;

        Assert.Equal("5000", entries[^1].Input);
        Assert.InRange(entries.Count, 100, 2000);
        Assert.Equal(entries.Count, File.ReadLines(Path).Count());
    }

    [Fact]
    public void Entries_OfADamagedFile_AreTheWholeLines()
    {
        var history = new History(Path);
        history.Add(1, "whole");
        File.AppendAllText(Path, "{\"session\":9,\n5\n{}\n");

        Assert.Equal("whole", Assert.Single(new History(Path).Entries).Input);
    }

    [Fact]
    public void Add_WhereNothingCanBeWritten_LastsAsLongAsTheKernel()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder, "below"), "a file, where a folder should be");
        var history = new History(Path);

        history.Add(1, "kept");

        Assert.Equal("kept", Assert.Single(history.Entries).Input);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
