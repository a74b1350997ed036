using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Normalizes each channel of [N, C] or [N, C, L] over the batch (Ioffe and Szegedy 2015); in evaluation, by the running statistics.</summary>
        /// <param name="num_features">The number of channels.</param>
        /// <param name="eps">Added to the variance.</param>
        /// <param name="momentum">The newest batch's share in the running statistics.</param>
        /// <param name="affine">Whether there are a factor and a summand for each channel.</param>
        /// <param name="track_running_stats">Whether statistics are kept.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static BatchNorm1d BatchNorm1d(
            long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
            Device? device = null, ScalarType? dtype = null) => new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>Normalizes each channel of [N, C, H, W] over the batch (Ioffe and Szegedy 2015); in evaluation, by the running statistics.</summary>
        /// <param name="num_features">The number of channels.</param>
        /// <param name="eps">Added to the variance.</param>
        /// <param name="momentum">The newest batch's share in the running statistics.</param>
        /// <param name="affine">Whether there are a factor and a summand for each channel.</param>
        /// <param name="track_running_stats">Whether statistics are kept.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static BatchNorm2d BatchNorm2d(
            long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
            Device? device = null, ScalarType? dtype = null) => new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>Normalizes each channel of [N, C, D, H, W] over the batch (Ioffe and Szegedy 2015); in evaluation, by the running statistics.</summary>
        /// <param name="num_features">The number of channels.</param>
        /// <param name="eps">Added to the variance.</param>
        /// <param name="momentum">The newest batch's share in the running statistics.</param>
        /// <param name="affine">Whether there are a factor and a summand for each channel.</param>
        /// <param name="track_running_stats">Whether statistics are kept.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static BatchNorm3d BatchNorm3d(
            long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
            Device? device = null, ScalarType? dtype = null) => new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
    }
}
