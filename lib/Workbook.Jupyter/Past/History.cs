using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbook.Jupyter.Past;

/// <summary>The cells that were executed, of earlier kernels too: one file, which several kernels may share.</summary>
/// <param name="path">The file; null keeps nothing beyond this process.</param>
internal sealed class History(string? path)
{
    private const int MostEntries = 2000;
    private const int LongestInput = 1 << 15;

    private readonly List<HistoryEntry> _entries = [];
    private bool _loaded;

    /// <summary>How long to wait for another kernel that has the file: it is not worth keeping a cell waiting for long.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The number of this kernel's run.</summary>
    public int Session { get; private set; } = 1;

    /// <summary>The file of the user's own.</summary>
    public static History OfUser() =>
        new(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
            is { Length: > 0 } folder ? Path.Combine(folder, "workbook", "history.jsonl") : null);

    /// <summary>What has been executed, the oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Entries
    {
        get
        {
            if (!_loaded)
                WithFile(_ => { });
            return _entries;
        }
    }

    /// <summary>Remembers a cell; where the file cannot be written, as long as this process lives.</summary>
    public void Add(int line, string input) => WithFile(file =>
    {
        var entry = new HistoryEntry(Session, line, input);
        _entries.Add(entry);
        if (file is null || input.Length > LongestInput)
            return;
        file.Seek(0, SeekOrigin.End);
        file.Write(Line(entry));
    });

    private static byte[] Line(HistoryEntry entry) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(entry, HistoryJson.Default.HistoryEntry), (byte)'\n'];

    private void WithFile(Action<FileStream?> action)
    {
        using var file = Open();
        if (file is not null && !_loaded)
            Load(file);
        _loaded = true;
        action(file);
    }

    private void Load(FileStream file)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        while (reader.ReadLine() is { } line)
            if (Parse(line) is { } entry)
                _entries.Add(entry);
        Session = 1 + _entries.Select(entry => entry.Session).DefaultIfEmpty().Max();
        if (_entries.Count <= MostEntries)
            return;
        // Half goes at once, so that this is seldom done.
        _entries.RemoveRange(0, _entries.Count - (MostEntries / 2));
        file.SetLength(0);
        foreach (var entry in _entries)
            file.Write(Line(entry));
    }

    private static HistoryEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, HistoryJson.Default.HistoryEntry) is { Input: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null; // Half a line, of a kernel that was killed while it wrote.
        }
    }

    // Ours alone while it is open.
    private FileStream? Open()
    {
        if (path is null)
            return null;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new FileStream(path, options);
            }
            catch (IOException) when (File.Exists(path) && DateTime.UtcNow < until)
            {
                Thread.Sleep(5);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}

/// <summary>A cell that was executed.</summary>
/// <param name="Session">The number of the kernel's run.</param>
/// <param name="Line">The execution's number in it.</param>
/// <param name="Input">The cell's text.</param>
internal sealed record HistoryEntry(int Session, int Line, string Input);

/// <summary>The history's lines, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HistoryEntry))]
internal sealed partial class HistoryJson : JsonSerializerContext;
