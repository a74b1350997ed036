namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors with values to start from; each function returns the tensor that it filled.</summary>
        public static partial class init
        {
            /// <summary>By how much a nonlinearity changes the scale of what passes it.</summary>
            /// <param name="nonlinearity">The nonlinearity.</param>
            /// <param name="param">The slope below zero, of the leaky ReLU.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>How many inputs an output of a layer sees, and how many outputs an input reaches.</summary>
            /// <param name="tensor">The layer's weights, [out, in, …].</param>
            /// <exception cref="ArgumentException">Less than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * field, shape[0] * field);
            }

            /// <summary>Fills with one value.</summary>
            /// <param name="tensor">What to fill.</param>
            /// <param name="val">The value.</param>
            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, t => t.fill_(val));

            /// <summary>Fills with ones.</summary>
            /// <param name="tensor">What to fill.</param>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills with zeros.</summary>
            /// <param name="tensor">What to fill.</param>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Fills with draws from U(low, high).</summary>
            /// <param name="tensor">What to fill.</param>
            /// <param name="low">The lower bound.</param>
            /// <param name="high">The upper bound.</param>
            /// <param name="generator">What to draw with, or null.</param>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Fill(tensor, t => t.uniform_(low, high, generator));

            /// <summary>Fills with draws from N(mean, std²).</summary>
            /// <param name="tensor">What to fill.</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation.</param>
            /// <param name="generator">What to draw with, or null.</param>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Fill(tensor, t => t.normal_(mean, std, generator));

            /// <summary>Fills with draws from N(mean, std²) that lie within bounds.</summary>
            /// <param name="tensor">What to fill.</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation.</param>
            /// <param name="a">The lower bound.</param>
            /// <param name="b">The upper bound.</param>
            /// <param name="generator">What to draw with, or null.</param>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                // By the inverse of the distribution function: erf⁻¹ of a uniform draw between the bounds' images.
                var (low, high) = (Erf((a - mean) / std), Erf((b - mean) / std));
                return Fill(tensor, t => t.uniform_(low, high, generator).erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b));
            }

            /// <summary>Fills a matrix with ones on the diagonal and zeros elsewhere.</summary>
            /// <param name="tensor">What to fill.</param>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.dim() != 2) throw new ArgumentException("Only tensors with 2 dimensions are supported");
                return Fill(tensor, t =>
                {
                    using var identity = eye(t.shape[0], t.shape[1], t.dtype, t.device);
                    t.copy_(identity);
                });
            }

            /// <summary>Fills with uniform draws that keep the scale through ReLU layers (He et al. 2015).</summary>
            /// <param name="tensor">What to fill, [out, in, …].</param>
            /// <param name="a">The slope below zero, of the leaky ReLU.</param>
            /// <param name="mode">Whether the forward or the backward pass keeps its scale.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Fills with normal draws that keep the scale through ReLU layers (He et al. 2015).</summary>
            /// <param name="tensor">What to fill, [out, in, …].</param>
            /// <param name="a">The slope below zero, of the leaky ReLU.</param>
            /// <param name="mode">Whether the forward or the backward pass keeps its scale.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Fills with uniform draws that keep the scale both ways (Glorot and Bengio 2010).</summary>
            /// <param name="tensor">What to fill, [out, in, …].</param>
            /// <param name="gain">A factor.</param>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3) * GlorotDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Fills with normal draws that keep the scale both ways (Glorot and Bengio 2010).</summary>
            /// <param name="tensor">What to fill, [out, in, …].</param>
            /// <param name="gain">A factor.</param>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, GlorotDeviation(tensor, gain));

            /// <summary>Another name of <see cref="xavier_uniform_"/>.</summary>
            /// <param name="tensor">What to fill, [out, in, …].</param>
            /// <param name="gain">A factor.</param>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <summary>Another name of <see cref="xavier_normal_"/>.</summary>
            /// <param name="tensor">What to fill, [out, in, …].</param>
            /// <param name="gain">A factor.</param>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double GlorotDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            // erf(x / √2), which is 2 Φ(x) − 1.
            private static double Erf(double x)
            {
                using var t = tensor(x / Math.Sqrt(2), ScalarType.Float64);
                using var e = t.erf();
                return e.item<double>();
            }

            private static Tensor Fill(Tensor tensor, Action<Tensor> fill)
            {
                using var _ = no_grad();
                fill(tensor);
                return tensor;
            }
        }
    }
}
