using System.Security.Cryptography;

namespace TorchNative.Tests;

public sealed class NativeTorchTests : IDisposable
{
    private readonly PackagedLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void Ensure_OnAnOldMachine_MendsTheCopyAndLeavesThePackage()
    {
        Assert.SkipUnless(PackagedLibrary.MachineIsOld, "This machine's C++ library is new enough.");
        var original = Hash(PackagedLibrary.Original);
        Assert.True(NativeTorch.IsLackingIn(_library.Folder));

        NativeTorch.EnsureIn(_library.Folder);

        Assert.False(NativeTorch.IsLackingIn(_library.Folder));
        // What the three edits made by hand give, under which all notebooks ran.
        Assert.Equal("311bf09ace520f165bde3710b69a7954e05f41e9eb6b8ca061d2d2d656028286", Hash(_library.Copy));
        Assert.Equal(original, Hash(PackagedLibrary.Original));
        Assert.Equal(File.GetLastWriteTimeUtc(PackagedLibrary.Original), File.GetLastWriteTimeUtc(_library.Copy));
        Assert.Contains("was mended to do without GLIBCXX_3.4.32", NativeTorch.DescribeIn(_library.Folder), StringComparison.Ordinal);
        Assert.Equal([_library.Copy], Directory.GetFiles(_library.Folder));
    }

    [Fact]
    public void Ensure_OnANewMachine_ChangesNothing()
    {
        Assert.SkipWhen(PackagedLibrary.MachineIsOld, "This machine's C++ library is old.");
        NativeTorch.EnsureIn(_library.Folder);
        Assert.Equal(Hash(PackagedLibrary.Original), Hash(_library.Copy));
    }

    [Fact]
    public void Ensure_Twice_WritesOnce()
    {
        NativeTorch.EnsureIn(_library.Folder);
        var bytes = File.ReadAllBytes(_library.Copy);
        File.SetLastWriteTimeUtc(_library.Copy, DateTime.UnixEpoch);
        NativeTorch.EnsureIn(_library.Folder);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_library.Copy));
        Assert.Equal(bytes, File.ReadAllBytes(_library.Copy));
    }

    [Fact]
    public void Ensure_OfALinkIntoTheCache_ReplacesTheLinkAndNotWhatItLeadsTo()
    {
        Assert.SkipUnless(PackagedLibrary.MachineIsOld, "This machine's C++ library is new enough.");
        var cached = Path.Combine(_library.Folder, "cached.so");
        File.Move(_library.Copy, cached);
        foreach (var link in new Action[] { () => File.CreateSymbolicLink(_library.Copy, cached), () => HardLink(cached, _library.Copy) })
        {
            link();
            NativeTorch.EnsureIn(_library.Folder);
            Assert.Equal(Hash(PackagedLibrary.Original), Hash(cached));
            Assert.NotEqual(Hash(cached), Hash(_library.Copy));
            Assert.Null(new FileInfo(_library.Copy).LinkTarget);
            File.Delete(_library.Copy);
        }
    }

    [Fact]
    public void Ensure_ByManyAtOnce_LeavesOneWholeFile()
    {
        Parallel.For(0, 8, _ => NativeTorch.EnsureIn(_library.Folder));
        Assert.False(NativeTorch.IsLackingIn(_library.Folder));
        Assert.Equal([_library.Copy], Directory.GetFiles(_library.Folder));
    }

    [Fact]
    public void Ensure_OfAnUnknownFile_SaysWhatItIsAndLeavesIt()
    {
        Assert.SkipUnless(PackagedLibrary.MachineIsOld, "This machine's C++ library is new enough.");
        using (var file = File.OpenWrite(_library.Copy))
        {
            file.Seek(-1, SeekOrigin.End);
            file.WriteByte(0xAA);
        }

        var before = Hash(_library.Copy);
        var error = Assert.Throws<NativeTorchException>(() => NativeTorch.EnsureIn(_library.Folder));
        Assert.Contains(_library.Copy, error.Message, StringComparison.Ordinal);
        Assert.Contains("asks for GLIBCXX_3.4.32 of libstdc++.so.6, which ends at GLIBCXX_3.4.", error.Message, StringComparison.Ordinal);
        Assert.Contains(before, error.Message, StringComparison.Ordinal);
        Assert.Contains("Take TorchSharp 0.107.0", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Hash(_library.Copy));
    }

    /// <summary>A library of a later glibc: the same file, with the name of a version that it asks for changed to one that is nowhere.</summary>
    [Fact]
    public void Ensure_OfAFileForANewerGlibc_NamesTheVersionAndTheMachines()
    {
        var bytes = File.ReadAllBytes(_library.Copy);
        bytes.AsSpan().Slice(bytes.AsSpan().IndexOf("GLIBC_2.34\0"u8), 10).Clear();
        "GLIBC_2.99"u8.CopyTo(bytes.AsSpan(File.ReadAllBytes(_library.Copy).AsSpan().IndexOf("GLIBC_2.34\0"u8)));
        File.WriteAllBytes(_library.Copy, bytes);

        var error = Assert.Throws<NativeTorchException>(() => NativeTorch.EnsureIn(_library.Folder));
        Assert.Contains("GLIBC_2.99 of libc.so.6, which ends at GLIBC_2.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70)]
    [InlineData(100_000)]
    public void Ensure_OfAFileThatIsCutOff_SaysSo(int length)
    {
        File.WriteAllBytes(_library.Copy, File.ReadAllBytes(PackagedLibrary.Original)[..length]);
        var error = Assert.Throws<NativeTorchException>(() => NativeTorch.EnsureIn(_library.Folder));
        Assert.StartsWith(_library.Copy, error.Message, StringComparison.Ordinal);
        Assert.Equal(length, new FileInfo(_library.Copy).Length);
    }

    [Fact]
    public void Ensure_InAFolderWithoutIt_DoesNothing()
    {
        File.Delete(_library.Copy);
        NativeTorch.EnsureIn(_library.Folder);
        Assert.False(NativeTorch.IsLackingIn(_library.Folder));
        Assert.Empty(Directory.GetFiles(_library.Folder));
    }

    private static void HardLink(string file, string link)
    {
        using var ln = System.Diagnostics.Process.Start("ln", [file, link]);
        ln.WaitForExit();
        Assert.Equal(0, ln.ExitCode);
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
