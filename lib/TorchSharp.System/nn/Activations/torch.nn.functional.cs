using TorchSharp.Engine;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>max(0, x), element by element.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor relu(Tensor x, bool inplace = false) => (inplace ? Aten.relu_ : Aten.relu).Call(x);

            /// <summary>min(max(0, x), 6), element by element.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor relu6(Tensor x, bool inplace = false) => (inplace ? Aten.relu6_ : Aten.relu6).Call(x);

            /// <summary>x where it is positive, else negative_slope · x.</summary>
            /// <param name="input">The input, of any shape.</param>
            /// <param name="negative_slope">The slope below zero.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                (inplace ? Aten.leaky_relu_ : Aten.leaky_relu).Call(input, negative_slope);

            /// <summary>x where it is positive, else weight · x.</summary>
            /// <param name="input">[N, C, *].</param>
            /// <param name="weight">One slope, or one for each channel.</param>
            public static Tensor prelu(Tensor input, Tensor weight) => Aten.prelu.Call(input, weight);

            /// <summary>x where it is positive, else α(eˣ − 1).</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="alpha">α.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => (inplace ? Aten.elu_ : Aten.elu).Call(x, alpha);

            /// <summary>The self-normalizing scaled ELU (Klambauer et al. 2017).</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor selu(Tensor x, bool inplace = false) => (inplace ? Aten.selu_ : Aten.selu).Call(x);

            /// <summary>max(0, x) + min(0, α(e^(x/α) − 1)).</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="alpha">α.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                (inplace ? Aten.celu_ : Aten.celu).Call(x, alpha);

            /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
            /// <param name="x">x.</param>
            public static Tensor gelu(Tensor x) => Aten.gelu.Call(x);

            /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
            /// <param name="x">x.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor gelu(Tensor x, bool inplace) => (inplace ? Aten.gelu_ : Aten.gelu).Call(x);

            /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
            /// <param name="x">x.</param>
            /// <param name="approximate">How Φ is computed.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                (inplace ? Aten.gelu_ : Aten.gelu).Call(x, approximate == Modules.GELU.Approximate.tanh ? Arg.Text("tanh"u8) : Arg.Text("none"u8));

            /// <summary>x · σ(x), also called swish.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor silu(Tensor x, bool inplace = false) => (inplace ? Aten.silu_ : Aten.silu).Call(x);

            /// <summary>x · tanh(softplus(x)).</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor mish(Tensor x, bool inplace = false) => (inplace ? Aten.mish_ : Aten.mish).Call(x);

            /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
            /// <param name="x">x.</param>
            public static Tensor sigmoid(Tensor x) => Aten.sigmoid.Call(x);

            /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
            /// <param name="x">x.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor sigmoid(Tensor x, bool inplace) => (inplace ? Aten.sigmoid_ : Aten.sigmoid).Call(x);

            /// <summary>The hyperbolic tangent.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor tanh(Tensor x, bool inplace = false) => (inplace ? Aten.tanh_ : Aten.tanh).Call(x);

            /// <summary>x · relu6(x + 3) / 6.</summary>
            /// <param name="input">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                (inplace ? Aten.hardswish_ : Aten.hardswish).Call(input);

            /// <summary>relu6(x + 3) / 6.</summary>
            /// <param name="input">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                (inplace ? Aten.hardsigmoid_ : Aten.hardsigmoid).Call(input);

            /// <summary>x held between two bounds.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="min_val">The lower bound.</param>
            /// <param name="max_val">The upper bound.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                (inplace ? Aten.hardtanh_ : Aten.hardtanh).Call(x, min_val, max_val);

            /// <summary>x where it exceeds a threshold, else a fixed value.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="threshold">The threshold.</param>
            /// <param name="value">The value elsewhere.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                (inplace ? Aten.threshold_ : Aten.threshold).Call(x, threshold, value);

            /// <summary>log(1 + e^(βx)) / β, a smooth ReLU.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="beta">β.</param>
            /// <param name="threshold">Above it, βx counts as linear.</param>
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) =>
                Aten.softplus.Call(x, beta, threshold);

            /// <summary>x moved towards zero by λ, and zero within ±λ.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="lambda">λ.</param>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Aten.softshrink.Call(x, lambda);

            /// <summary>x, but zero within ±λ.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="lambda">λ.</param>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Aten.hardshrink.Call(x, lambda);

            /// <summary>log σ(x).</summary>
            /// <param name="x">The input, of any shape.</param>
            public static Tensor logsigmoid(Tensor x) => Aten.log_sigmoid.Call(x);

            /// <summary>The gated linear unit: one half of x times σ of the other half.</summary>
            /// <param name="input">The input, of any shape.</param>
            /// <param name="dim">The dimension to halve.</param>
            public static Tensor glu(Tensor input, long dim = -1) => Aten.glu.Call(input, dim);

            /// <summary>x − tanh(x).</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var t = tanh(x);
                return inplace ? Aten.sub__Tensor.Call(x, t) : x - t;
            }

            /// <summary>x / (1 + |x|).</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten.</param>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var size = Aten.abs.Call(x);
                using var scale = size + 1;
                return inplace ? Aten.div__Tensor.Call(x, scale) : x / scale;
            }

            /// <summary>eˣ normalized to sum to one along a dimension.</summary>
            /// <param name="input">The input, of any shape.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="dtype">The type to compute in; null for the input's own.</param>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(input, dim, dtype);

            /// <summary>The logarithm of the softmax along a dimension.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="dim">The dimension.</param>
            public static Tensor log_softmax(Tensor x, long dim) => Aten.log_softmax_int.Call(x, dim);

            /// <summary>The softmax of −x along a dimension.</summary>
            /// <param name="x">The input, of any shape.</param>
            /// <param name="dim">The dimension.</param>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = -x;
                return softmax(negative, dim);
            }

            /// <summary>The softmax over the channels of [N, C, H, W].</summary>
            /// <param name="x">The input.</param>
            public static Tensor softmax2d(Tensor x) => softmax(x, -3);
        }
    }
}
