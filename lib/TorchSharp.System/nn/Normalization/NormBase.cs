using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Base class of normalizations that can keep running statistics for evaluation.</summary>
public abstract class NormBase : Module<Tensor, Tensor>
{
    /// <summary>Starts a normalization.</summary>
    /// <param name="num_features">The number of channels.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The newest batch's share in the running statistics; null for the mean over all batches.</param>
    /// <param name="affine">Whether there are a factor and a summand for each channel.</param>
    /// <param name="track_running_stats">Whether statistics are kept.</param>
    /// <param name="device">Where the parameters are.</param>
    /// <param name="dtype">Their type.</param>
    /// <param name="name">Its name, for people only.</param>
    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = new Parameter(ones(num_features, dtype, device));
            bias = new Parameter(zeros(num_features, dtype, device));
        }
        if (track_running_stats)
        {
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = tensor(0L, ScalarType.Int64, device);
        }
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The newest batch's share in the running statistics; null for the mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are a factor and a summand for each channel.</summary>
    public bool affine { get; }

    /// <summary>Whether statistics are kept.</summary>
    public bool track_running_stats { get; }

    /// <summary>A factor for each channel, or null.</summary>
    public Parameter? weight
    {
        get => get_parameter(nameof(weight));
        set => SetParameter(nameof(weight), value);
    }

    /// <summary>A summand for each channel, or null.</summary>
    public Parameter? bias
    {
        get => get_parameter(nameof(bias));
        set => SetParameter(nameof(bias), value);
    }

    /// <summary>The running means, or null.</summary>
    public Tensor? running_mean
    {
        get => get_buffer(nameof(running_mean));
        set => SetBuffer(nameof(running_mean), value);
    }

    /// <summary>The running variances, or null.</summary>
    public Tensor? running_var
    {
        get => get_buffer(nameof(running_var));
        set => SetBuffer(nameof(running_var), value);
    }

    /// <summary>How many batches went into them, or null.</summary>
    public Tensor? num_batches_tracked
    {
        get => get_buffer(nameof(num_batches_tracked));
        set => SetBuffer(nameof(num_batches_tracked), value);
    }

    /// <summary>Sets the running statistics to mean zero and variance one.</summary>
    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        init.zeros_(running_mean!);
        init.ones_(running_var!);
        init.zeros_(num_batches_tracked!);
    }

    /// <summary>Sets the running statistics back, the factors to one and the summands to zero.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        init.ones_(weight!);
        init.zeros_(bias!);
    }

    /// <summary>Refuses an input of the wrong dimensions.</summary>
    /// <param name="input">The input.</param>
    /// <exception cref="ArgumentException">It has them.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);
}
