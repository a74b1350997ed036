namespace TorchSharp.Modules;

/// <summary>How an embedding looks up.</summary>
/// <param name="PaddingIndex">A row that is not trained, or null.</param>
/// <param name="MaxNorm">The largest norm of a row, to which it is shortened when looked up; or null.</param>
/// <param name="NormType">The exponent of that norm.</param>
/// <param name="ScaleGradByFrequency">Whether gradients are divided by how often a row is looked up.</param>
/// <param name="Sparse">Whether the gradient is a sparse tensor.</param>
internal sealed record EmbeddingOptions(long? PaddingIndex, double? MaxNorm, double NormType, bool ScaleGradByFrequency, bool Sparse)
{
    // Counts from the end where it is negative.
    internal static long? Row(long? index, long rows) => index switch
    {
        null => null,
        { } i when i >= -rows && i < rows => i < 0 ? i + rows : i,
        _ => throw new ArgumentException($"padding_idx must be within num_embeddings ({rows}), got {index}"),
    };
}
