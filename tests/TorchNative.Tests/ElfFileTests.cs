namespace TorchNative.Tests;

public sealed class ElfFileTests
{
    [Fact]
    public void Needed_OfThePackagesLibrary_IsWhatTheLinkerReads()
    {
        using var library = new PackagedLibrary();
        var needed = new ElfFile(File.ReadAllBytes(library.Copy)).Needed;
        Assert.Contains(needed, version => version is { Library: "libc.so.6", Name: "GLIBC_2.34", IsOptional: false });
        Assert.Equal("GLIBCXX_3.4.32", SystemLibraries.Newest(needed.Select(version => version.Name), "GLIBCXX"));
    }

    [Fact]
    public void Defined_OfTheMachinesLibraries_HoldsTheFirstVersionOfEach()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && !SystemLibraries.IsMusl, "ELF with versions is glibc's.");
        Assert.Contains("GLIBCXX_3.4", SystemLibraries.VersionsOf("libstdc++.so.6"));
        Assert.Contains("GLIBC_2.2.5", SystemLibraries.VersionsOf("libc.so.6"));
        Assert.Empty(SystemLibraries.VersionsOf("libnowhere.so.1"));
    }

    [Theory]
    [InlineData("GLIBCXX", "GLIBCXX_3.4.30")]
    [InlineData("CXXABI", "CXXABI_1.3.13")]
    [InlineData("OTHER", null)]
    public void Newest_OfVersions_ComparesNumbers(string kind, string? newest) => Assert.Equal(
        newest, SystemLibraries.Newest(["GLIBCXX_3.4.9", "GLIBCXX_3.4.30", "GLIBCXX_DEBUG_MESSAGE_LENGTH", "CXXABI_1.3.13", "CXXABI_1.3.2"], kind));

    [Fact]
    public void MakeOptional_OfASymbolWithoutAStandIn_ChangesNothing()
    {
        using var library = new PackagedLibrary();
        var bytes = File.ReadAllBytes(library.Copy);
        var file = new ElfFile(bytes);
        var version = file.Needed.First(version => version.Name == "GLIBC_2.34");
        Assert.Throws<InvalidDataException>(() => file.MakeOptional(version, new Dictionary<string, string>()));
        Assert.Equal(File.ReadAllBytes(library.Copy), bytes);
    }

    [Fact]
    public void Open_OfSomethingElse_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => new ElfFile(new byte[4096]));
}
