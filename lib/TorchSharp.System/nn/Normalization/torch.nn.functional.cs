using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Normalizes each channel over the batch, or by given statistics (Ioffe and Szegedy 2015).</summary>
            /// <param name="input">[N, C, *].</param>
            /// <param name="running_mean">The running means, updated in training; or null.</param>
            /// <param name="running_var">The running variances, updated in training; or null.</param>
            /// <param name="weight">A factor for each channel, or null.</param>
            /// <param name="bias">A summand for each channel, or null.</param>
            /// <param name="training">Whether the batch's own statistics are used.</param>
            /// <param name="momentum">The batch's share in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1e-05) =>
                Aten.batch_norm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);
        }
    }
}
