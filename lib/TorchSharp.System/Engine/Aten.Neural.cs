namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op _foreach_add_List = new("_foreach_add", "List");
    internal static readonly Op _foreach_add__List = new("_foreach_add_", "List");
    internal static readonly Op _foreach_add__Scalar = new("_foreach_add_", "Scalar");
    internal static readonly Op _foreach_addcdiv__Scalar = new("_foreach_addcdiv_", "Scalar");
    internal static readonly Op _foreach_addcmul__Scalar = new("_foreach_addcmul_", "Scalar");
    internal static readonly Op _foreach_div__Scalar = new("_foreach_div_", "Scalar");
    internal static readonly Op _foreach_maximum__List = new("_foreach_maximum_", "List");
    internal static readonly Op _foreach_mul__Scalar = new("_foreach_mul_", "Scalar");
    internal static readonly Op _foreach_neg = new("_foreach_neg");
    internal static readonly Op _foreach_norm_Scalar = new("_foreach_norm", "Scalar");
    internal static readonly Op _foreach_sqrt = new("_foreach_sqrt");
    internal static readonly Op binary_cross_entropy = new("binary_cross_entropy");
    internal static readonly Op binary_cross_entropy_with_logits = new("binary_cross_entropy_with_logits");
    internal static readonly Op cosine_similarity = new("cosine_similarity");
    internal static readonly Op cross_entropy_loss = new("cross_entropy_loss");
    internal static readonly Op dropout = new("dropout");
    internal static readonly Op dropout_ = new("dropout_");
    internal static readonly Op embedding = new("embedding");
    internal static readonly Op embedding_renorm_ = new("embedding_renorm_");
    internal static readonly Op group_norm = new("group_norm");
    internal static readonly Op hardshrink = new("hardshrink");
    internal static readonly Op hinge_embedding_loss = new("hinge_embedding_loss");
    internal static readonly Op huber_loss = new("huber_loss");
    internal static readonly Op kl_div = new("kl_div");
    internal static readonly Op l1_loss = new("l1_loss");
    internal static readonly Op layer_norm = new("layer_norm");
    internal static readonly Op linalg_vector_norm = new("linalg_vector_norm");
    internal static readonly Op linear = new("linear");
    internal static readonly Op mish = new("mish");
    internal static readonly Op mish_ = new("mish_");
    internal static readonly Op mse_loss = new("mse_loss");
    internal static readonly Op nll_loss_nd = new("nll_loss_nd");
    internal static readonly Op one_hot = new("one_hot");
    internal static readonly Op pad = new("pad");
    internal static readonly Op pairwise_distance = new("pairwise_distance");
    internal static readonly Op relu6_ = new("relu6_");
    internal static readonly Op smooth_l1_loss = new("smooth_l1_loss");
    internal static readonly Op softshrink = new("softshrink");
}
