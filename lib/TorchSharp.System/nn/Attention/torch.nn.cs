using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Attention by several heads, each on a part of the features (Vaswani et al. 2017).</summary>
        /// <param name="embedded_dim">E, the features of a query and of the output.</param>
        /// <param name="num_heads">The number of heads; it divides E.</param>
        /// <param name="dropout">The probability of dropping a weight in training.</param>
        /// <param name="bias">Whether the projections have summands.</param>
        /// <param name="add_bias_kv">Whether a learned key and value are appended.</param>
        /// <param name="add_zero_attn">Whether a key and value of zeros are appended.</param>
        /// <param name="kdim">The features of a key; null for E.</param>
        /// <param name="vdim">The features of a value; null for E.</param>
        public static MultiheadAttention MultiheadAttention(
            long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false,
            long? kdim = null, long? vdim = null) =>
            new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim ?? embedded_dim, vdim ?? embedded_dim);
    }
}
