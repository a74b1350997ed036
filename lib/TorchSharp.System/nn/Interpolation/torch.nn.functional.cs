using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Brings the last dimensions to another size.</summary>
            /// <param name="x">[N, C, *], with one to three dimensions after the channels.</param>
            /// <param name="size">The new sizes; or null.</param>
            /// <param name="scale_factor">The factors instead, one for all or one for each; or null.</param>
            /// <param name="mode">How elements between elements are found.</param>
            /// <param name="align_corners">Whether the corners' centres stay where they are; of the linear and cubic modes only.</param>
            /// <param name="recompute_scale_factor">Whether the factors are taken from the rounded sizes.</param>
            /// <param name="antialias">Whether a smaller image is smoothed; of the bilinear and bicubic modes only.</param>
            /// <exception cref="ArgumentException">Neither or both of size and factor, or a mode that does not fit the dimensions.</exception>
            public static unsafe Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var dimensions = (int)x.dim() - 2;
                var op = Interpolator(mode, dimensions, antialias);
                var aligns = mode is InterpolationMode.Linear or InterpolationMode.Bilinear or InterpolationMode.Bicubic or InterpolationMode.Trilinear;
                if (align_corners is not null && !aligns)
                    throw new ArgumentException($"align_corners can only be set with the linear and cubic modes, not with {mode}", nameof(align_corners));
                if (size is null == scale_factor is null)
                    throw new ArgumentException("only one of size or scale_factor must be given, and one of them must be");
                var sizes = Spread(size, dimensions, nameof(size));
                var factors = Spread(scale_factor, dimensions, nameof(scale_factor));
                if (factors is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                    (sizes, factors) = ([.. factors.Select((f, d) => (long)Math.Floor(x.shape[d + 2] * f))], null);
                fixed (long* s = sizes)
                fixed (double* f = factors)
                {
                    var wanted = sizes is null ? Arg.None : Arg.List(s, sizes.Length);
                    var scales = factors is null ? Arg.None : Arg.List(f, factors.Length);
                    if (mode == InterpolationMode.Area) return op.Call(x, wanted);
                    return aligns ? op.Call(x, wanted, align_corners ?? false, scales) : op.Call(x, wanted, scales);
                }
            }

            private static T[]? Spread<T>(T[]? values, int dimensions, string name) => values switch
            {
                null => null,
                [var one] => [.. Enumerable.Repeat(one, dimensions)],
                _ when values.Length == dimensions => values,
                _ => throw new ArgumentException($"{name} must have 1 or {dimensions} elements for this input, not {values.Length}", name),
            };

            private static Op Interpolator(InterpolationMode mode, int dimensions, bool antialias) => (mode, dimensions, antialias) switch
            {
                (InterpolationMode.Nearest, 1, false) => Aten.upsample_nearest1d_vec,
                (InterpolationMode.Nearest, 2, false) => Aten.upsample_nearest2d_vec,
                (InterpolationMode.Nearest, 3, false) => Aten.upsample_nearest3d_vec,
                (InterpolationMode.NearestExact, 1, false) => Aten._upsample_nearest_exact1d_vec,
                (InterpolationMode.NearestExact, 2, false) => Aten._upsample_nearest_exact2d_vec,
                (InterpolationMode.NearestExact, 3, false) => Aten._upsample_nearest_exact3d_vec,
                (InterpolationMode.Area, 1, false) => Aten.adaptive_avg_pool1d,
                (InterpolationMode.Area, 2, false) => Aten.adaptive_avg_pool2d,
                (InterpolationMode.Area, 3, false) => Aten.adaptive_avg_pool3d,
                (InterpolationMode.Linear, 1, false) => Aten.upsample_linear1d_vec,
                (InterpolationMode.Bilinear, 2, false) => Aten.upsample_bilinear2d_vec,
                (InterpolationMode.Bilinear, 2, true) => Aten._upsample_bilinear2d_aa_vec,
                (InterpolationMode.Bicubic, 2, false) => Aten.upsample_bicubic2d_vec,
                (InterpolationMode.Bicubic, 2, true) => Aten._upsample_bicubic2d_aa_vec,
                (InterpolationMode.Trilinear, 3, false) => Aten.upsample_trilinear3d_vec,
                _ => throw new ArgumentException(
                    $"{mode}{(antialias ? " with antialias" : "")} does not interpolate an input of {dimensions + 2} dimensions", nameof(mode)),
            };
        }
    }
}
