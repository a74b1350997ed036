namespace Diffusion.Storage;

/// <summary>How names stand in a sentence.</summary>
internal static class Listing
{
    /// <summary>The first of them in quotes, and how many more there are.</summary>
    public static string Of(IReadOnlyCollection<string> names, int most = 10) => names.Count == 0 ? "nothing"
        : string.Join(", ", names.Take(most).Select(name => $"'{name}'")) + (names.Count > most ? $" and {names.Count - most} more" : "");
}
