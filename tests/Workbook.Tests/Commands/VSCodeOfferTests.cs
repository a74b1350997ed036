using System.CommandLine;
using Workbook.Base;
using Workbook.Commands;

namespace Workbook.Tests.Commands;

public sealed class VSCodeOfferTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("workbook-offer-").FullName;
    private readonly StringWriter _output = new();

    public VSCodeOfferTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "The folders are Linux's.");

    private string Settings => Path.Combine(_home, ".config", "Code", "User", "settings.json");

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("Yes\n", true)]
    [InlineData("\n", false)]
    [InlineData("no\n", false)]
    public async Task Offer_Answered_ShowsTheChangeAndDoesAsTold(string answer, bool written)
    {
        Start("{\n  \"a\": 1\n}\n");

        await MakeAsync(answer, agreed: false);

        Assert.Contains("    -   \"a\": 1\n    +   \"a\": 1,\n    +   \"jupyter.completionTriggerCharacters\"", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(Settings).Contains("csharp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offer_Agreed_AsksNobodyAndChangesNothingTheSecondTime()
    {
        Start("{}");

        await MakeAsync("", agreed: true);
        var written = File.ReadAllText(Settings);
        await MakeAsync("", agreed: true);

        Assert.Contains("\"csharp\": [\".\"]", written, StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(Settings));
        Assert.Contains("already", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_NobodyAnswers_FailsAndWritesNothing()
    {
        Start("{}");

        var refused = await Assert.ThrowsAsync<SetupException>(() => MakeAsync("", agreed: false));

        Assert.Equal(ExitCode.Failure, refused.Code);
        Assert.Contains("--yes", refused.Message, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(Settings));
    }

    [Fact]
    public async Task Offer_WithoutAnEditor_NamesThePlaces()
    {
        var refused = await Assert.ThrowsAsync<SetupException>(() => MakeAsync("", agreed: true));

        Assert.Contains(Path.Combine(_home, ".config", "Code"), refused.Message, StringComparison.Ordinal);
        Assert.Contains(".vscode-server", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private void Start(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Settings)!);
        File.WriteAllText(Settings, text);
    }

    private Task MakeAsync(string answer, bool agreed) =>
        new VSCodeOffer(new InvocationConfiguration { Output = _output }, new StringReader(answer)).MakeAsync(
            new Machine(new Dictionary<string, string?> { ["HOME"] = _home, ["XDG_CONFIG_HOME"] = null }), agreed);
}
