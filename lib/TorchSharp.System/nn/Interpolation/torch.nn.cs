using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Brings the last dimensions to another size.</summary>
        /// <param name="size">The new sizes; or null.</param>
        /// <param name="scale_factor">The factors instead, one for all or one for each; or null.</param>
        /// <param name="mode">How elements between elements are found.</param>
        /// <param name="align_corners">Whether the corners' centres stay where they are; of the linear and cubic modes only.</param>
        /// <param name="recompute_scale_factor">Whether the factors are taken from the rounded sizes.</param>
        public static Upsample Upsample(
            long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null,
            bool? recompute_scale_factor = null) => new(size, scale_factor, mode, align_corners, recompute_scale_factor);
    }
}
