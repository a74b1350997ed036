using Workbook.Base;
using Workbook.Jupyter.Editors;

namespace Workbook.Tests.Jupyter.Editors;

public sealed class VSCodeSettingsTests : IDisposable
{
    private const string Setting = "\"jupyter.completionTriggerCharacters\": { \"csharp\": [\".\"] }";

    private readonly string _folder = Directory.CreateTempSubdirectory("workbook-settings-").FullName;

    private VSCodeSettings Settings => new(Path.Combine(_folder, "Code", "User", "settings.json"));

    public static TheoryData<string, string> Texts() => new()
    {
        { "", $"{{\n    {Setting}\n}}\n" },
        { "// mine\n", $"// mine\n{{\n    {Setting}\n}}\n" },
        { "{}", $"{{\n    {Setting}\n}}" },
        { "{\n}\n", $"{{\n    {Setting}\n}}\n" },
        { "{\n\t\"a\": 1\n}\n", $"{{\n\t\"a\": 1,\n\t{Setting}\n}}\n" },
        { "{\r\n  \"a\": [1, 2],\r\n}\r\n", $"{{\r\n  \"a\": [1, 2],\r\n  {Setting}\r\n}}\r\n" },
        { "{\n  // first\n  \"a\": \"é}\" // of a, and more\n  /* last */\n}", $"{{\n  // first\n  \"a\": \"é}}\", // of a, and more\n  /* last */\n  {Setting}\n}}" },
        { "{\"a\": 1}", $"{{\"a\": 1, {Setting}}}" },
        { "{\"a\": 1 // why\n}", $"{{\"a\": 1, // why\n    {Setting}\n}}" },
        { "\uFEFF{\n  \"a\": 1\n}", $"\uFEFF{{\n  \"a\": 1,\n  {Setting}\n}}" },
        {
            "{\n  \"jupyter.completionTriggerCharacters\": {\n    \"python\": [\".\"],\n  },\n}",
            "{\n  \"jupyter.completionTriggerCharacters\": {\n    \"python\": [\".\"],\n    \"csharp\": [\".\"]\n  },\n}"
        },
        {
            "{ \"jupyter.completionTriggerCharacters\": { \"csharp\": [\"(\"] } }",
            "{ \"jupyter.completionTriggerCharacters\": { \"csharp\": [\"(\", \".\"] } }"
        },
        { "{ \"jupyter.completionTriggerCharacters\": {} }", "{ \"jupyter.completionTriggerCharacters\": {\"csharp\": [\".\"]} }" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Read_OfSettingsThatLackIt_PutsItInAndLeavesTheRest(string before, string after)
    {
        Put(before);

        Assert.Equal((before, after), Settings.Read());

        Settings.Write(after);
        Assert.Equal((after, after), Settings.Read());
    }

    [Fact]
    public void Read_OfNoFile_MakesOne()
    {
        Settings.Write(Settings.Read().After);

        Assert.Equal($"{{\n    {Setting}\n}}\n", File.ReadAllText(Settings.Path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Settings.Path)!));
    }

    [Theory]
    [InlineData("[]", "does not start with {")]
    [InlineData("{\n  \"a\": ,\n}", "line 2")]
    [InlineData("{} {}", "line 1")]
    [InlineData("{\n  \"a\": 1", "line 2")]
    [InlineData("{ \"jupyter.completionTriggerCharacters\": [] }", "is no object")]
    [InlineData("{ \"jupyter.completionTriggerCharacters\": { \"csharp\": \".\" } }", "no list")]
    public void Read_OfWhatVSCodeWouldNotTake_SaysWhereAndWhatToType(string text, string expected)
    {
        Put(text);

        var refused = Assert.Throws<SetupException>(() => Settings.Read());

        Assert.Equal(ExitCode.Failure, refused.Code);
        Assert.StartsWith(Settings.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Setting, refused.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Settings.Path));
    }

    [Fact]
    public void Write_ThroughALink_ChangesTheFileAndLeavesLinkAndRights()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Links need rights there.");
            return;
        }
        var file = Path.Combine(_folder, "kept.json");
        File.WriteAllText(file, "{}");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.CreateDirectory(Path.GetDirectoryName(Settings.Path)!);
        File.CreateSymbolicLink(Settings.Path, file);

        Settings.Write("{ }");

        Assert.Equal("{ }", File.ReadAllText(file));
        Assert.Equal(file, new FileInfo(Settings.Path).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Find_OfEditorsOfThisUser_FindsThoseThatWereStarted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The folders are Linux's.");
        foreach (var folder in new[] { ".config/Code - Insiders", ".config/VSCodium", ".vscode-server/data" })
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        var machine = new Machine(new Dictionary<string, string?> { ["HOME"] = _folder, ["XDG_CONFIG_HOME"] = null });

        Assert.Equal(
            [".config/Code - Insiders/User/settings.json", ".config/VSCodium/User/settings.json", ".vscode-server/data/User/settings.json"],
            VSCodeSettings.Find(machine).Select(settings => Path.GetRelativePath(_folder, settings.Path)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Put(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Settings.Path)!);
        File.WriteAllBytes(Settings.Path, System.Text.Encoding.UTF8.GetBytes(text));
    }
}
