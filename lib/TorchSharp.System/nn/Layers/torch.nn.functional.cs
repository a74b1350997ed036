using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The functions that modules compute, to be called directly.</summary>
        public static partial class functional
        {
            /// <summary>x Wᵀ + b.</summary>
            /// <param name="input">x, [*, in].</param>
            /// <param name="weights">W, [out, in].</param>
            /// <param name="bias">b, [out], or null.</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Aten.linear.Call(input, weights, bias);

            /// <summary>While training, drops each element with probability p and scales the rest by 1 / (1 − p).</summary>
            /// <param name="input">The input, of any shape.</param>
            /// <param name="p">The probability.</param>
            /// <param name="training">False leaves the input as it is.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? Aten.dropout_ : Aten.dropout).Call(input, p, training);

            /// <summary>While training, drops each channel of each image with probability p and scales the rest by 1 / (1 − p).</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="p">The probability.</param>
            /// <param name="training">False leaves the input as it is.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (input.dim() is not (3 or 4))
                    throw new ArgumentException($"dropout2d takes [N, C, H, W] or [C, H, W], not [{string.Join(", ", input.shape)}]");
                var op = inplace ? Aten.feature_dropout_ : Aten.feature_dropout;
                if (input.dim() == 4) return op.Call(input, p, training);
                using var batch = input.unsqueeze(0);
                using var dropped = op.Call(batch, p, training);
                return dropped.squeeze(0);
            }

            /// <summary>Normalizes over the last dimensions (Ba et al. 2016).</summary>
            /// <param name="input">[*, normalized_shape].</param>
            /// <param name="normalized_shape">The sizes of the last dimensions.</param>
            /// <param name="weight">A factor for each of their elements, or null.</param>
            /// <param name="bias">A summand for each of their elements, or null.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                Aten.layer_norm.CallWith(normalized_shape, input, Arg.Ints, weight, bias, eps);

            /// <summary>Normalizes over groups of channels (Wu and He 2018).</summary>
            /// <param name="input">[N, C, *].</param>
            /// <param name="num_groups">The number of groups; it divides C.</param>
            /// <param name="weight">A factor for each channel, or null.</param>
            /// <param name="bias">A summand for each channel, or null.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                Aten.group_norm.Call(input, num_groups, weight, bias, eps);

            /// <summary>Divides by the p-norm along a dimension.</summary>
            /// <param name="input">The input, of any shape.</param>
            /// <param name="p">The exponent of the norm.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="eps">The least divisor.</param>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12)
            {
                using var norm = Aten.norm_ScalarOpt_dim.CallWith([dim], input, p, Arg.Ints, true);
                using var divisor = Aten.clamp_min.Call(norm, eps);
                return Aten.div_Tensor.Call(input, divisor);
            }

            /// <summary>x₁ · x₂ / (‖x₁‖ ‖x₂‖) along a dimension.</summary>
            /// <param name="x1">x₁.</param>
            /// <param name="x2">x₂.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="eps">The least norm.</param>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                Aten.cosine_similarity.Call(x1, x2, dim, eps);

            /// <summary>‖x₁ − x₂ + ε‖ₚ along the last dimension.</summary>
            /// <param name="input1">x₁.</param>
            /// <param name="input2">x₂.</param>
            /// <param name="p">The exponent of the norm.</param>
            /// <param name="eps">ε, against a division by zero.</param>
            /// <param name="keepdim">Whether the last dimension stays, with size one.</param>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                Aten.pairwise_distance.Call(input1, input2, p, eps, keepdim);

            /// <summary>A one at each class's place and zeros elsewhere.</summary>
            /// <param name="x">Classes, int64.</param>
            /// <param name="num_classes">Their number; −1 takes the largest one plus one.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.one_hot.Call(x, num_classes);

            /// <summary>softmax(Q Kᵀ / √d + mask) V (Vaswani et al. 2017).</summary>
            /// <param name="query">Q, [*, L, d].</param>
            /// <param name="key">K, [*, S, d].</param>
            /// <param name="value">V, [*, S, e].</param>
            /// <param name="attn_mask">Added to the scores; or boolean, true where attention may be paid.</param>
            /// <param name="p">The probability of dropping a weight.</param>
            /// <param name="is_casual">Whether each place sees only those up to it; not with a mask.</param>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null) throw new ArgumentException("attn_mask must be null when is_casual is true");
                using var scope = NewDisposeScope();
                var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.shape[^1]);
                var mask = is_casual ? ones(scores.shape[^2], scores.shape[^1], ScalarType.Bool, query.device).tril() : attn_mask;
                if (mask is not null)
                    scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores + mask;
                var weights = softmax(scores, -1);
                return dropout(weights, p, p > 0).matmul(value).MoveToOuterDisposeScope();
            }
        }
    }
}
