namespace Diffusion.Kernels;

/// <summary>One head of one image in tensors of all.</summary>
/// <param name="shape">The sizes.</param>
/// <param name="part">Image · heads + head.</param>
/// <param name="qkv">Queries, keys and values, [B, L, 3C].</param>
internal readonly unsafe struct AttentionHead(AttentionShape shape, int part, float* qkv)
{
    private readonly float* _qkv = qkv;
    private readonly int _image = part / shape.Heads, _head = part % shape.Heads;

    public AttentionShape Shape { get; } = shape;

    /// <summary>The head's first element in a tensor [B, L, width].</summary>
    public float* Of(float* tensor, int width) => tensor + (long)_image * Shape.Places * width + _head * Shape.Depth;

    /// <summary>Four queries, scaled.</summary>
    public void TakeQueries(int i, float* queries)
    {
        var from = Of(_qkv, 3 * Shape.Channels) + (long)i * 3 * Shape.Channels;
        for (var r = 0; r < AttentionShape.Rows; r++)
            for (var c = 0; c < Shape.Depth; c++)
                queries[r * Shape.Depth + c] = Shape.Scale * from[r * 3 * Shape.Channels + c];
    }

    /// <summary>Keys (1) or values (2) as [depth, L].</summary>
    public void Transpose(int which, float* target)
    {
        var from = Of(_qkv, 3 * Shape.Channels) + which * Shape.Channels;
        for (var j = 0; j < Shape.Places; j++)
            for (var c = 0; c < Shape.Depth; c++)
                target[c * Shape.Places + j] = from[(long)j * 3 * Shape.Channels + c];
    }

    /// <summary>The way back, for gradients.</summary>
    public void PutBack(int which, float* source, float* gradient)
    {
        var to = Of(gradient, 3 * Shape.Channels) + which * Shape.Channels;
        for (var j = 0; j < Shape.Places; j++)
            for (var c = 0; c < Shape.Depth; c++)
                to[(long)j * 3 * Shape.Channels + c] = source[c * Shape.Places + j];
    }
}
