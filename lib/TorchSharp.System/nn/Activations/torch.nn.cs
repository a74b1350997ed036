using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>max(0, x), element by element.</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>min(max(0, x), 6), element by element.</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>x where it is positive, else negative_slope · x.</summary>
        /// <param name="negative_slope">The slope below zero.</param>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>x where it is positive, else a · x with a learned a (He et al. 2015).</summary>
        /// <param name="num_parameters">The number of slopes: one, or one for each channel.</param>
        /// <param name="init">Where they start.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
            new(num_parameters, init, device, dtype);

        /// <summary>x where it is positive, else α(eˣ − 1).</summary>
        /// <param name="alpha">α.</param>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <summary>The self-normalizing scaled ELU (Klambauer et al. 2017).</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static SELU SELU(bool inplace = false) => new(inplace);

        /// <summary>max(0, x) + min(0, α(e^(x/α) − 1)).</summary>
        /// <param name="alpha">α.</param>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
        public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

        /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

        /// <summary>x · Φ(x), Φ the normal distribution function.</summary>
        /// <param name="approximate">How Φ is computed.</param>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

        /// <summary>x · σ(x), also called swish.</summary>
        public static SiLU SiLU() => new(false);

        /// <summary>x · σ(x), also called swish.</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>x · tanh(softplus(x)).</summary>
        public static Mish Mish() => new(false);

        /// <summary>x · tanh(softplus(x)).</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Mish Mish(bool inplace) => new(inplace);

        /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>The hyperbolic tangent.</summary>
        public static Tanh Tanh() => new(false);

        /// <summary>The hyperbolic tangent.</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary>x − tanh(x).</summary>
        public static Tanhshrink Tanhshrink() => new(false);

        /// <summary>x − tanh(x).</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

        /// <summary>x / (1 + |x|).</summary>
        public static Softsign Softsign() => new(false);

        /// <summary>x / (1 + |x|).</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Softsign Softsign(bool inplace) => new(inplace);

        /// <summary>x · relu6(x + 3) / 6.</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>relu6(x + 3) / 6.</summary>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <summary>x held between two bounds.</summary>
        /// <param name="min_val">The lower bound.</param>
        /// <param name="max_val">The upper bound.</param>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => new(min_val, max_val, inplace);

        /// <summary>x where it exceeds a threshold, else a fixed value.</summary>
        /// <param name="threshold">The threshold.</param>
        /// <param name="value">The value elsewhere.</param>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

        /// <summary>log(1 + e^(βx)) / β, a smooth ReLU.</summary>
        /// <param name="beta">β.</param>
        /// <param name="threshold">Above it, βx counts as linear.</param>
        public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

        /// <summary>x moved towards zero by λ, and zero within ±λ.</summary>
        /// <param name="lambda">λ.</param>
        public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x, but zero within ±λ.</summary>
        /// <param name="lambda">λ.</param>
        public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        /// <summary>log σ(x).</summary>
        public static LogSigmoid LogSigmoid() => new();

        /// <summary>The gated linear unit: one half of x times σ of the other half.</summary>
        /// <param name="dim">The dimension to halve.</param>
        public static GLU GLU(long dim = -1) => new(dim);

        /// <summary>eˣ normalized to sum to one along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>The logarithm of the softmax along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <summary>The softmax of −x along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        public static Softmin Softmin(long dim) => new(dim);

        /// <summary>The softmax over the channels of [N, C, H, W].</summary>
        public static Softmax2d Softmax2d() => new();
    }
}
