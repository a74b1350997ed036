namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op _upsample_bicubic2d_aa_vec = new("_upsample_bicubic2d_aa", "vec");
    internal static readonly Op _upsample_bilinear2d_aa_vec = new("_upsample_bilinear2d_aa", "vec");
    internal static readonly Op _upsample_nearest_exact1d_vec = new("_upsample_nearest_exact1d", "vec");
    internal static readonly Op _upsample_nearest_exact2d_vec = new("_upsample_nearest_exact2d", "vec");
    internal static readonly Op _upsample_nearest_exact3d_vec = new("_upsample_nearest_exact3d", "vec");
    internal static readonly Op adaptive_avg_pool1d = new("adaptive_avg_pool1d");
    internal static readonly Op adaptive_avg_pool2d = new("adaptive_avg_pool2d");
    internal static readonly Op adaptive_avg_pool3d = new("adaptive_avg_pool3d");
    internal static readonly Op avg_pool2d = new("avg_pool2d");
    internal static readonly Op batch_norm = new("batch_norm");
    internal static readonly Op conv2d = new("conv2d");
    internal static readonly Op conv2d_padding = new("conv2d", "padding");
    internal static readonly Op conv_transpose2d_input = new("conv_transpose2d", "input");
    internal static readonly Op feature_dropout = new("feature_dropout");
    internal static readonly Op feature_dropout_ = new("feature_dropout_");
    internal static readonly Op max_pool2d = new("max_pool2d");
    internal static readonly Op max_pool2d_with_indices = new("max_pool2d_with_indices");
    internal static readonly Op pixel_shuffle = new("pixel_shuffle");
    internal static readonly Op pixel_unshuffle = new("pixel_unshuffle");
    internal static readonly Op upsample_bicubic2d_vec = new("upsample_bicubic2d", "vec");
    internal static readonly Op upsample_bilinear2d_vec = new("upsample_bilinear2d", "vec");
    internal static readonly Op upsample_linear1d_vec = new("upsample_linear1d", "vec");
    internal static readonly Op upsample_nearest1d_vec = new("upsample_nearest1d", "vec");
    internal static readonly Op upsample_nearest2d_vec = new("upsample_nearest2d", "vec");
    internal static readonly Op upsample_nearest3d_vec = new("upsample_nearest3d", "vec");
    internal static readonly Op upsample_trilinear3d_vec = new("upsample_trilinear3d", "vec");
}
