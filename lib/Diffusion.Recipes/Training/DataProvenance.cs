namespace Diffusion.Recipes.Training;

/// <summary>What something was trained on.</summary>
/// <param name="Name">What drew or loaded it.</param>
/// <param name="Count">The number of pictures.</param>
/// <param name="Sha256">The digest of pictures and labels.</param>
internal sealed record DataProvenance(string Name, int Count, string Sha256)
{
    /// <summary>What was done to the pictures before: scaled, cropped, padded.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}
