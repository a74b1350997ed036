using System.Text.Json;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests;

/// <summary>The reference values in tests/golden (its README says what each is).</summary>
internal static class Golden
{
    private static readonly Lazy<string> Folder = new(Find);

    private static readonly Lazy<JsonDocument> Document = new(() => JsonDocument.Parse(File.ReadAllBytes(PathOf("values.json"))));

    public static JsonElement Values => Document.Value.RootElement;

    public static string PathOf(string file) => Path.Combine(Folder.Value, file);

    public static Tensor Array(string file) => NpyFile.Load(PathOf(file));

    /// <summary>A list of numbers in values.json, such as <c>Numbers("schedules", "linear_20", "beta")</c>.</summary>
    public static double[] Numbers(params string[] keys)
        => [.. keys.Aggregate(Values, (element, key) => element.GetProperty(key)).EnumerateArray().Select(number => number.GetDouble())];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var golden = Path.Combine(folder.FullName, "tests", "golden");
            if (Directory.Exists(golden))
                return golden;
        }
        throw new DirectoryNotFoundException($"No tests/golden above {AppContext.BaseDirectory}.");
    }
}
