using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>max(0, x) + min(0, α (exp(x / α) - 1)).</summary>
        public Tensor celu() => Aten.celu.Call(this);

        /// <summary>max(0, x) + min(0, α (exp(x / α) - 1)).</summary>
        public Tensor celu(Scalar alpha) => Aten.celu.Call(this, alpha);

        /// <summary>max(0, x) + min(0, α (exp(x / α) - 1)), in place.</summary>
        public Tensor celu_() => Aten.celu_.CallInPlace(this, this);

        /// <summary>max(0, x) + min(0, α (exp(x / α) - 1)), in place.</summary>
        public Tensor celu_(Scalar alpha) => Aten.celu_.CallInPlace(this, this, alpha);

        /// <summary>x where positive, α (exp(x) - 1) elsewhere.</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Aten.elu.Call(this, alpha, scale, input_scale);

        /// <summary>x where positive, α (exp(x) - 1) elsewhere.</summary>
        public Tensor elu(double alpha = 1) => Aten.elu.Call(this, alpha);

        /// <summary>x where positive, α (exp(x) - 1) elsewhere, in place.</summary>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Aten.elu_.CallInPlace(this, this, alpha, scale, input_scale);

        /// <summary>x where positive, α (exp(x) - 1) elsewhere, in place.</summary>
        public Tensor elu_(double alpha = 1) => Aten.elu_.CallInPlace(this, this, alpha);

        /// <summary>x times the normal distribution function of x.</summary>
        public Tensor gelu() => Aten.gelu.Call(this);

        /// <summary>x times the normal distribution function of x, in place.</summary>
        public Tensor gelu_() => Aten.gelu_.CallInPlace(this, this);

        /// <summary>The first half of a dimension, gated by the sigmoid of the second.</summary>
        public Tensor glu(long dim = -1) => Aten.glu.Call(this, dim);

        /// <summary>A piecewise linear sigmoid.</summary>
        public Tensor hardsigmoid() => Aten.hardsigmoid.Call(this);

        /// <summary>A piecewise linear sigmoid, in place.</summary>
        public Tensor hardsigmoid_() => Aten.hardsigmoid_.CallInPlace(this, this);

        /// <summary>x times a piecewise linear sigmoid.</summary>
        public Tensor hardswish() => Aten.hardswish.Call(this);

        /// <summary>x times a piecewise linear sigmoid, in place.</summary>
        public Tensor hardswish_() => Aten.hardswish_.CallInPlace(this, this);

        /// <summary>Each element, held between two limits.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.hardtanh.Call(this, min, max);

        /// <summary>Each element, held between two limits, in place.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => Aten.hardtanh_.CallInPlace(this, this, min, max);

        /// <summary>x where positive, a fraction of x elsewhere.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);

        /// <summary>x where positive, a fraction of x elsewhere, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => Aten.leaky_relu_.CallInPlace(this, this, negative_slope);

        /// <summary>The logarithm of the sigmoid.</summary>
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);

        /// <summary>The logarithm of the softmax along a dimension.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax_int.Call(this, dim, dtype);

        /// <summary>x where positive, a learned fraction of x elsewhere.</summary>
        public Tensor prelu(Tensor target) => Aten.prelu.Call(this, target);

        /// <summary>Each element where positive, zero elsewhere.</summary>
        public Tensor relu() => Aten.relu.Call(this);

        /// <summary>Each element where positive, zero elsewhere, in place.</summary>
        public Tensor relu_() => Aten.relu_.CallInPlace(this, this);

        /// <summary>Each element, held between zero and six.</summary>
        public Tensor relu6() => Aten.relu6.Call(this);

        /// <summary>Each element, held between zero and six, in place.</summary>
        public Tensor relu6_() => clamp_(0, 6);

        /// <summary>x where positive, a random fraction of x elsewhere.</summary>
        public Tensor rrelu(double lower = 0.125, double upper = 1.0 / 3) => Aten.rrelu.Call(this, lower, upper);

        /// <summary>x where positive, a random fraction of x elsewhere, in place.</summary>
        public Tensor rrelu_(double lower = 0.125, double upper = 1.0 / 3) =>
            Aten.rrelu_.CallInPlace(this, this, lower, upper);

        /// <summary>The self-normalising exponential linear unit.</summary>
        public Tensor selu() => Aten.selu.Call(this);

        /// <summary>The self-normalising exponential linear unit, in place.</summary>
        public Tensor selu_() => Aten.selu_.CallInPlace(this, this);

        /// <summary>1 / (1 + exp(-x)).</summary>
        public Tensor sigmoid() => Aten.sigmoid.Call(this);

        /// <summary>1 / (1 + exp(-x)), in place.</summary>
        public Tensor sigmoid_() => Aten.sigmoid_.CallInPlace(this, this);

        /// <summary>x times its sigmoid.</summary>
        public Tensor silu() => Aten.silu.Call(this);

        /// <summary>x times its sigmoid, in place.</summary>
        public Tensor silu_() => Aten.silu_.CallInPlace(this, this);

        /// <summary>Exponentials along a dimension, scaled to the sum one.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);

        /// <summary>log(1 + exp(β x)) / β; linear above a threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.softplus.Call(this, beta, threshold);

        /// <summary>Each element where above a threshold, a value elsewhere.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => Aten.threshold.Call(this, threshold, value);

        /// <summary>Each element where above a threshold, a value elsewhere, in place.</summary>
        public Tensor threshold_(Scalar threshold, Scalar value) =>
            Aten.threshold_.CallInPlace(this, this, threshold, value);
    }
}
