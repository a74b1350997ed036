using System.Text;
using System.Text.Json;
using Workbook.Base;
using Workbook.Documents;

namespace Workbook.Jupyter.Editors;

/// <summary>A user's settings of VS Code, of which completions after a dot need one.</summary>
/// <remarks>Its Jupyter extension asks a kernel of another language than Python for completions only after these characters.</remarks>
/// <param name="Path">The file; it need not be there.</param>
internal sealed record VSCodeSettings(string Path)
{
    /// <summary>What the setting is called.</summary>
    public const string Name = "jupyter.completionTriggerCharacters";

    private const string Value = """{ "csharp": ["."] }""";
    private const string User = "User";
    private const string FileName = "settings.json";

    private static readonly string[] Editors = ["Code", "Code - Insiders", "VSCodium", "VSCodium - Insiders"];
    private static readonly string[] Servers = [".vscode-server", ".vscode-server-insiders", ".vscodium-server", ".vscode-remote"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The settings of every editor that this user has started on this machine.</summary>
    public static IReadOnlyList<VSCodeSettings> Find(Machine machine) =>
        [.. Places(machine).Where(Directory.Exists).Select(folder => new VSCodeSettings(System.IO.Path.Combine(folder, User, FileName)))];

    /// <summary>Where an editor's folder may lie: on the machine itself, or, reached from afar, its server's.</summary>
    public static IEnumerable<string> Places(Machine machine)
    {
        var home = machine.Variable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
        var settings =
            OperatingSystem.IsWindows() ? machine.Variable("APPDATA")
            : OperatingSystem.IsMacOS() ? Below(home, "Library", "Application Support")
            : machine.Variable("XDG_CONFIG_HOME") ?? Below(home, ".config");
        return Editors.Select(editor => Below(settings, editor))
            .Concat(Servers.Select(server => Below(home, server, "data")))
            .OfType<string>();
    }

    /// <summary>The file's text as it is, and as it has to be; the same where nothing is lacking.</summary>
    /// <exception cref="SetupException">The file cannot be read, or is not what VS Code takes.</exception>
    public (string Before, string After) Read()
    {
        try
        {
            // With its byte order mark, if it has one.
            var before = File.Exists(Path) ? Strict.GetString(File.ReadAllBytes(Path)) : "";
            return (before, Complete(before));
        }
        catch (JsonException error)
        {
            throw Refused(error.LineNumber is { } line ? $"line {line + 1}, column {error.BytePositionInLine + 1}: {Words(error.Message)}" : error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw Refused(error.Message);
        }
    }

    /// <summary>Writes the file; a link to one elsewhere stays a link.</summary>
    /// <exception cref="SetupException">It cannot be written.</exception>
    public void Write(string text)
    {
        try
        {
            var file = new FileInfo(Path).LinkTarget is null ? Path : File.ResolveLinkTarget(Path, returnFinalTarget: true)!.FullName;
            UnixFileMode? mode = !OperatingSystem.IsWindows() && File.Exists(file) ? File.GetUnixFileMode(file) : null;
            Aside.WriteText(file, text, mode);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused(error.Message);
        }
    }

    private static string Complete(string text)
    {
        var json = JsonEdit.Parse(text);
        if (json.Root is null)
            return json.WithRoot(Name, Value);
        if (json.Root.Find(Name) is not { } setting)
            return json.With(json.Root, Name, Value);
        if (!setting.IsObject)
            throw new JsonException($"\"{Name}\" is no object; it should hold {Value}.");
        if (setting.Find(KernelNames.CSharp) is not { } characters)
            return json.With(setting, KernelNames.CSharp, """["."]""");
        if (!characters.IsArray)
            throw new JsonException($"\"{Name}\" holds no list of characters for \"{KernelNames.CSharp}\"; it should be {Value}.");
        return characters.Has(".") ? text : json.With(characters, null, "\".\"");
    }

    private SetupException Refused(string why) => new(
        $"{Path} was left as it is: {why}\nType the setting yourself (F1, Preferences: Open User Settings (JSON)):\n    \"{Name}\": {Value}",
        ExitCode.Failure);

    // The place is told in our own words.
    private static string Words(string message) => message.Split(" LineNumber:")[0].Split(" Path:")[0];

    private static string? Below(string? folder, params string[] names) => folder is null ? null : System.IO.Path.Combine([folder, .. names]);
}
