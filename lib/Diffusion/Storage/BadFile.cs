namespace Diffusion.Storage;

/// <summary>The one way this folder refuses a file: which file, what is wrong and where, what to do.</summary>
internal static class BadFile
{
    public static InvalidDataException Error(string name, string problem, string remedy, Exception? cause = null)
        => new($"{name}: {problem}. {remedy}.", cause);

    public static InvalidDataException Truncated(string name, string place, long expected, long found)
        => Error(name, $"{place} needs {expected} bytes, but the file has only {found} there",
            "The file was cut short; copy or download it again");
}

/// <summary>How names stand in a sentence.</summary>
internal static class Listing
{
    /// <summary>The first of them in quotes, and how many more there are.</summary>
    public static string Of(IReadOnlyCollection<string> names, int most = 10) => names.Count == 0 ? "nothing"
        : string.Join(", ", names.Take(most).Select(name => $"'{name}'")) + (names.Count > most ? $" and {names.Count - most} more" : "");
}
