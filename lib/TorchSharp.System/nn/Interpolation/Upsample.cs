using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Brings the last dimensions to another size.</summary>
public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
{
    private readonly long[]? _size;
    private readonly double[]? _factor;

    internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
        : base(nameof(Upsample))
    {
        _size = size;
        _factor = scale_factor;
        this.mode = mode;
        this.align_corners = align_corners;
        this.recompute_scale_factor = recompute_scale_factor;
    }

    /// <summary>The new sizes; empty where factors are given.</summary>
    public ReadOnlySpan<long> size => _size;

    /// <summary>The factors; empty where sizes are given.</summary>
    public ReadOnlySpan<double> scale_factor => _factor;

    /// <summary>How elements between elements are found.</summary>
    public UpsampleMode mode { get; }

    /// <summary>Whether the corners' centres stay where they are; null for the mode's default.</summary>
    public bool? align_corners { get; }

    /// <summary>Whether the factors are taken from the rounded sizes; null for no.</summary>
    public bool? recompute_scale_factor { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => // the modes' numbers are the same
        nn.functional.interpolate(input, _size, _factor, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
}
