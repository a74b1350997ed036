using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>Sizes of self-attention whose queries, keys and values lie beside each other, [B, L, 3C].</summary>
/// <param name="Images">B.</param>
/// <param name="Places">L, a multiple of 16.</param>
/// <param name="Channels">C.</param>
/// <param name="Heads">Parts of the channels that attend each on their own.</param>
internal readonly record struct AttentionShape(int Images, int Places, int Channels, int Heads)
{
    /// <summary>Queries worked on at a time.</summary>
    public const int Rows = 4;

    /// <summary>Places come in whole vectors, the longest ones.</summary>
    public const int Lanes = 16;

    /// <summary>Channels of a head.</summary>
    public int Depth => Channels / Heads;

    /// <summary>What the scores are scaled by.</summary>
    public float Scale => 1 / MathF.Sqrt(Depth);

    public static AttentionShape Of(Tensor qkv, int heads) =>
        new((int)qkv.shape[0], (int)qkv.shape[1], (int)qkv.shape[2] / 3, heads);
}
