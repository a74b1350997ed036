using System.Text.Json;
using Workbook.Sessions.Running;

namespace Notebooks.Tests;

/// <summary>
/// What to set in each notebook's cell of parameters so that it runs in seconds rather than minutes:
/// <c>short-runs.json</c>, by the notebook's path below <c>notebooks</c> without its ending.
/// </summary>
internal static class ShortRuns
{
    private static readonly Dictionary<string, Dictionary<string, string>> All =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "short-runs.json")))!;

    /// <summary>The names that the file holds.</summary>
    public static IEnumerable<string> Names => All.Keys;

    public static IReadOnlyList<Parameter> For(string name) =>
        [.. All.GetValueOrDefault(name, []).Select(parameter => new Parameter(parameter.Key, parameter.Value))];
}
