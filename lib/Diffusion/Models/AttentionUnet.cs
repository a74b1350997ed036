using Diffusion.Schedules;
using Diffusion.Storage;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>The network of the published <c>Diffusion</c> class: a U-Net with self-attention after every level.</summary>
/// <remarks>
/// Three levels of widths w, 2w, 4w, 4w and back, for pictures of any size that 8 divides, where the published one is fixed to 64×64.
/// Time is a sinusoidal code (Vaswani et al. 2017, section 3.5) of the step itself; a class adds a learned vector to it.
/// </remarks>
public sealed class AttentionUnet : ImageModel
{
    private const int Divisor = 8;                                 // three halvings
    private const double LongestWave = 10_000;

    // The fields' names are the keys of the state dictionary, which published weights fix.
    private readonly DoubleConv inc, bot1, bot2, bot3;
    private readonly AttentionDown down1, down2, down3;
    private readonly SelfAttention sa1, sa2, sa3, sa4, sa5, sa6;
    private readonly AttentionUp up1, up2, up3;
    private readonly Conv2d outc;
    private readonly Embedding? label_emb;
    private readonly Precision precision = new();

    /// <summary>Makes the network with random weights.</summary>
    /// <param name="channels">C, channels of a picture.</param>
    /// <param name="width">w, channels of the finest feature maps, a multiple of 4.</param>
    /// <param name="timeSize">Numbers in the time's code, even.</param>
    /// <param name="classes">K, the classes that a picture may be asked of; 0 makes a network without.</param>
    /// <param name="generator">Where the weights come from, on the CPU; torch's own generator if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or not such a multiple.</exception>
    public AttentionUnet(int channels = 3, int width = 64, int timeSize = 256, int classes = 0, Generator? generator = null)
        : base(nameof(AttentionUnet))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        if (width < SelfAttention.Heads || width % SelfAttention.Heads != 0)
            throw new ArgumentOutOfRangeException(nameof(width), width,
                $"The width must be a multiple of {SelfAttention.Heads}, as its attention has as many heads.");
        if (timeSize < 2 || timeSize % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(timeSize), timeSize, "The time's code needs an even size, as it is of sines and cosines.");
        (Channels, Width, TimeSize, ContextSize) = (channels, width, timeSize, classes);

        DoubleConv Convolutions(int from, int to) => new(from, to, precision);
        (inc, outc) = (Convolutions(channels, width), nn.Conv2d(width, channels, 1));
        (down1, sa1) = (new(width, 2 * width, timeSize, precision), new(2 * width, precision));
        (down2, sa2) = (new(2 * width, 4 * width, timeSize, precision), new(4 * width, precision));
        (down3, sa3) = (new(4 * width, 4 * width, timeSize, precision), new(4 * width, precision));
        (bot1, bot2, bot3) = (Convolutions(4 * width, 8 * width), Convolutions(8 * width, 8 * width), Convolutions(8 * width, 4 * width));
        (up1, sa4) = (new(8 * width, 2 * width, timeSize, precision), new(2 * width, precision));
        (up2, sa5) = (new(4 * width, width, timeSize, precision), new(width, precision));
        (up3, sa6) = (new(2 * width, width, timeSize, precision), new(width, precision));
        if (classes > 0) label_emb = nn.Embedding(classes, timeSize);
        RegisterComponents();
        Initialisation.ResetGroupNorms(this);
        if (generator is not null) Initialisation.Draw(this, generator);
    }

    /// <summary>C, channels of a picture.</summary>
    public int Channels { get; }

    /// <summary>w, channels of the finest feature maps.</summary>
    public int Width { get; }

    /// <summary>Numbers in the time's code.</summary>
    public int TimeSize { get; }

    /// <summary>Whether convolutions and matrix products are computed in bfloat16, weights and all else in float32: half the memory and, where
    /// the device has units for it, a multiple of the speed, at two to three digits.</summary>
    public bool MixedPrecision
    {
        get => precision.Mixed;
        set => precision.Mixed = value;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x, Tensor time, Tensor? context = null)
    {
        Require(x, time, context);
        return Denoise(x, Code(time, context));
    }

    /// <inheritdoc/>
    public override NoisePredictor Predictor(NoiseSchedule schedule, Tensor? context = null, PredictionTarget target = PredictionTarget.Noise)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (context is not null) RequireContext(context);
        var frozen = Copy();
        var kept = context?.detach().clone().DetachFromDisposeScope();
        return schedule.Predictor(target, (xt, t) => frozen.Predict(xt, schedule.Require(t), kept));
    }

    /// <summary>The step itself, as floating-point numbers.</summary>
    /// <inheritdoc/>
    public override Tensor TimeOf(Tensor t, int last) => t.to(ScalarType.Float32);

    /// <summary>Sets all weights from a safetensors file or a PyTorch checkpoint.</summary>
    /// <param name="path">The file; its content decides what it is, not its name.</param>
    /// <param name="key">Which of a checkpoint's state dictionaries, if it has several: the keys to it joined by dots, such as "ema".</param>
    /// <returns>What the caller should know about the file, mostly nothing.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit; the network keeps its weights.</exception>
    public IReadOnlyList<string> LoadWeights(string path, string? key = null) => ModuleWeights.LoadWeights(this, path, key);

    /// <inheritdoc/>
    public override void RequirePictures(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.dim() != 4 || images.shape[1] != Channels || images.shape[2] % Divisor != 0 || images.shape[3] % Divisor != 0)
            throw new ArgumentException($"Pictures have shape {Shapes.Text(images.shape)}; this network needs [B, {Channels}, H, W] "
                + $"with H and W that {Divisor} divides, as it halves them three times.{Shapes.PictureRemedy(images, Channels, Divisor)}", nameof(images));
    }

    /// <summary>The code of time and class, [B or 1, timeSize].</summary>
    private Tensor Code(Tensor time, Tensor? context)
    {
        var place = arange(0, TimeSize, 2, dtype: ScalarType.Float32, device: time.device) / TimeSize;
        var angle = time.reshape(-1, 1) * (place * -Math.Log(LongestWave)).exp();                      // [B, timeSize/2]
        var code = cat([angle.sin(), angle.cos()], 1);
        return context is null ? code : code + context.matmul(label_emb!.weight!);
    }

    private Tensor Denoise(Tensor x, Tensor code)
    {
        var x1 = inc.call(x);                                      // [B, w, H, W]
        var x2 = sa1.call(down1.call(x1, code));                   // [B, 2w, H/2, W/2]
        var x3 = sa2.call(down2.call(x2, code));                   // [B, 4w, H/4, W/4]
        var x4 = sa3.call(down3.call(x3, code));                   // [B, 4w, H/8, W/8]
        var y = bot3.call(bot2.call(bot1.call(x4)));
        y = sa4.call(up1.call(y, x3, code));                       // [B, 2w, H/4, W/4]
        y = sa5.call(up2.call(y, x2, code));                       // [B, w, H/2, W/2]
        y = sa6.call(up3.call(y, x1, code));                       // [B, w, H, W]
        return precision.Convolve(outc, y, 0);
    }

    private Tensor Predict(Tensor xt, int t, Tensor? context)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var time = full(1, (float)t, device: xt.device);
        Require(xt, time, context);
        return Denoise(xt, Code(time, context)).MoveToOuterDisposeScope();
    }

    // A network of the same sizes, weights and device, which no dispose scope ends.
    private AttentionUnet Copy()
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var state = state_dict();
        var copy = new AttentionUnet(Channels, Width, TimeSize, ContextSize) { MixedPrecision = MixedPrecision };
        copy.to(state.Values.First().device);
        foreach (var (key, value) in copy.state_dict()) value.copy_(state[key]);
        copy.eval();
        scope.Detach([.. copy.parameters()]);
        return copy;
    }
}
