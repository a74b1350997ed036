namespace Diffusion.Recipes.Benchmarks;

/// <summary>What a job took.</summary>
/// <param name="Unit">What the value counts: us_per_step, ms_per_step or s.</param>
/// <param name="Value">The median.</param>
/// <param name="ErrorName">What the error is: rel_err, or a distance that the job is about.</param>
/// <param name="Error">
/// As rel_err, the largest difference between the job's output and that of plain float32 eager code on the same input, relative
/// to the largest output: no speed is bought with silent error.
/// </param>
internal sealed record Measurement(string Unit, double Value, string ErrorName, double Error);
