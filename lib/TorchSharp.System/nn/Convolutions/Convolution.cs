using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Base class of convolutions. The kernels are drawn from U(−1/√n, 1/√n), n being the inputs that an output sees.</summary>
public abstract class Convolution : Module<Tensor, Tensor>
{
    /// <summary>Starts a convolution.</summary>
    /// <param name="name">Its name, for people only.</param>
    /// <param name="in_channels">The channels of an input.</param>
    /// <param name="out_channels">The channels of an output.</param>
    /// <param name="kernel_size">The kernels' sizes.</param>
    /// <param name="stride">The steps between places.</param>
    /// <param name="padding">What is added around; null for nothing.</param>
    /// <param name="padding_type">A rule instead, or null.</param>
    /// <param name="dilation">The steps between a kernel's elements.</param>
    /// <param name="transposed">Whether it is the transpose of a convolution.</param>
    /// <param name="output_padding">Of a transposed one: what is added at the output's far sides.</param>
    /// <param name="groups">Into how many parts the channels are split.</param>
    /// <param name="bias">Whether each output channel has a summand.</param>
    /// <param name="padding_mode">What stands in the padding.</param>
    /// <param name="device">Where the parameters are.</param>
    /// <param name="dtype">Their type.</param>
    /// <exception cref="ArgumentException">Channels that the groups do not divide, or a padding that a transposed one has not.</exception>
    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null) : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException($"Only PaddingModes.Zeros is supported for {name}, not {padding_mode}", nameof(padding_mode));
        CheckGroups(nameof(in_channels), in_channels, groups);
        CheckGroups(nameof(out_channels), out_channels, groups);
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        if (padding_type is { } rule) SetPadding(rule);
        else SetPadding(padding ?? new long[kernel_size.Length]);

        var (first, second) = transposed ? (in_channels, out_channels) : (out_channels, in_channels);
        weight = new Parameter(empty([first, second / groups, .. kernel_size], dtype, device));
        if (bias) this.bias = new Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    /// <summary>The channels of an input.</summary>
    public long in_channels { get; }

    /// <summary>The channels of an output.</summary>
    public long out_channels { get; }

    /// <summary>The kernels' sizes.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The steps between places.</summary>
    public long[] stride { get; set; }

    /// <summary>What is added around; null where a rule says it.</summary>
    public long[]? padding { get; private set; }

    /// <summary>The rule, or null.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>What stands in the padding.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>The steps between a kernel's elements.</summary>
    public long[] dilation { get; set; }

    /// <summary>Whether it is the transpose of a convolution.</summary>
    public bool transposed { get; }

    /// <summary>Of a transposed one: what is added at the output's far sides.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Into how many parts the channels are split.</summary>
    public long groups { get; set; }

    /// <summary>The kernels.</summary>
    public Parameter weight
    {
        get => get_parameter(nameof(weight))!;
        set => SetParameter(nameof(weight), value);
    }

    /// <summary>A summand for each output channel, or null.</summary>
    public Parameter? bias
    {
        get => get_parameter(nameof(bias));
        set => SetParameter(nameof(bias), value);
    }

    /// <summary>Draws the parameters anew.</summary>
    public void reset_parameters()
    {
        init.kaiming_uniform_(weight, Math.Sqrt(5)); // the same as U(−1/√n, 1/√n)
        if (bias is null) return;
        var (inputs, _) = init.CalculateFanInAndFanOut(weight);
        var bound = inputs > 0 ? 1 / Math.Sqrt(inputs) : 0;
        init.uniform_(bias, -bound, bound);
    }

    /// <summary>Pads by given sizes.</summary>
    /// <param name="padding">What is added around.</param>
    public void SetPadding(long[] padding)
    {
        this.padding = padding;
        padding_type = null;
    }

    /// <summary>Pads by a rule.</summary>
    /// <param name="padding">The rule.</param>
    /// <exception cref="ArgumentException">The convolution is transposed, or has steps and is to keep the size.</exception>
    public void SetPadding(Padding padding)
    {
        if (transposed) throw new ArgumentException($"Cannot set a padding type on {GetName()}");
        if (padding == Padding.Same && stride.Any(s => s != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        this.padding = null;
        padding_type = padding;
    }

    /// <summary>Whether an input fits: [N, in, …] or [in, …].</summary>
    /// <param name="input">The input.</param>
    /// <param name="dimensions">How many sizes follow the channels.</param>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }

    /// <summary>What each side of an image gets, from the last dimension backwards, as pad takes it.</summary>
    private protected long[] Margins() =>
        [.. Enumerable.Range(0, kernel_size.Length).Reverse().SelectMany(i => padding is not null ? [padding[i], padding[i]] : Rule(i))];

    private long[] Rule(int dimension)
    {
        var total = padding_type == Padding.Same ? dilation[dimension] * (kernel_size[dimension] - 1) : 0;
        return [total / 2, total - (total / 2)];
    }

    private static void CheckGroups(string what, long channels, long groups)
    {
        if (groups < 1) throw new ArgumentException($"groups must be at least 1, not {groups}", nameof(groups));
        if (channels % groups != 0) throw new ArgumentException($"{what} ({channels}) must be divisible by groups ({groups})", what);
    }
}
