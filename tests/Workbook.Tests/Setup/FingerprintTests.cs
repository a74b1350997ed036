using Workbook.Setup;

namespace Workbook.Tests.Setup;

public sealed class FingerprintTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("workbook-test-").FullName;

    public FingerprintTests()
    {
        Write("a.cs", "one");
        Write("deep/b.cs", "two");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Of_TouchedOnly_IsUnchanged()
    {
        var before = Hash();
        File.SetLastWriteTimeUtc(Path.Combine(_root, "a.cs"), DateTime.UtcNow.AddDays(1));
        Assert.Equal(before, Hash());
    }

    [Fact]
    public void Of_WhatBuildsLeave_IsUnchanged()
    {
        var before = Hash();
        Write("obj/a.cs", "generated");
        Write("deep/bin/b.dll", "built");
        Assert.Equal(before, Hash());
    }

    [Fact]
    public void Of_AMovedTree_IsUnchanged()
    {
        var other = Directory.CreateTempSubdirectory("workbook-test-").FullName;
        Directory.CreateDirectory(Path.Combine(other, "deep"));
        File.Copy(Path.Combine(_root, "a.cs"), Path.Combine(other, "a.cs"));
        File.Copy(Path.Combine(_root, "deep", "b.cs"), Path.Combine(other, "deep", "b.cs"));
        Assert.Equal(Hash(), Fingerprint.Of(other, Fingerprint.Sources(other)));
        Directory.Delete(other, recursive: true);
    }

    [Theory]
    [InlineData("deep/b.cs", "2")]
    [InlineData("deep/c.cs", "")]
    [InlineData("b.cs", "two")]
    public void Of_AChangedOrAddedFile_Differs(string path, string text)
    {
        var before = Hash();
        Write(path, text);
        Assert.NotEqual(before, Hash());
    }

    [Fact]
    public void Of_ARemovedOrRenamedFile_Differs()
    {
        var before = Hash();
        File.Move(Path.Combine(_root, "a.cs"), Path.Combine(_root, "c.cs"));
        var renamed = Hash();
        File.Delete(Path.Combine(_root, "c.cs"));
        Assert.Equal(3, new[] { before, renamed, Hash() }.Distinct().Count());
    }

    [Fact]
    public void Of_OtherSettings_Differs()
    {
        var files = Fingerprint.Sources(_root).ToList();
        Assert.NotEqual(Fingerprint.Of(_root, files, "ab", "c"), Fingerprint.Of(_root, files, "a", "bc"));
    }

    private string Hash() => Fingerprint.Of(_root, Fingerprint.Sources(_root));

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
