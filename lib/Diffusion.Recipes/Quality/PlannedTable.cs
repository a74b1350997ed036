namespace Diffusion.Recipes.Quality;

/// <summary>A table before it is measured.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Note">How it is measured.</param>
/// <param name="Samples">How many sprites each row generates: real ones are taken as many for the reference.</param>
/// <param name="Rows">What to measure, quick rows first.</param>
internal sealed record PlannedTable(string Title, string Note, int Samples, IReadOnlyList<PlannedRow> Rows);
