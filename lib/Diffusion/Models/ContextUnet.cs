using Diffusion.Schedules;
using Diffusion.Storage;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>The sprite course's network: guesses the noise in small pictures, told the time and, if wished, what is in them.</summary>
/// <remarks>
/// A U-Net with two levels (Ronneberger et al. 2015). Time and context enter on the way up: a feature map u becomes
/// c·u + τ, where c and τ are vectors with one number for each channel.
/// </remarks>
public sealed class ContextUnet : ImageModel
{
    private const int Groups = 8, Levels = 4;                      // two halvings: the height must be a multiple of 4

    // The fields' names are the keys of the state dictionary, which published weights fix.
    private readonly ResidualConvBlock init_conv;
    private readonly UnetDown down1, down2;
    private readonly Sequential to_vec, up0, @out;
    private readonly EmbedFC timeembed1, timeembed2, contextembed1, contextembed2;
    private readonly UnetUp up1, up2;

    /// <summary>Makes the network with random weights.</summary>
    /// <param name="channels">C, channels of a picture.</param>
    /// <param name="features">The width: channels of the finest feature maps, a multiple of 8.</param>
    /// <param name="contextSize">K, the numbers in a context, one for each class.</param>
    /// <param name="height">H, height and width of a picture, a multiple of 4.</param>
    /// <param name="generator">Where the weights come from, on the CPU; torch's own generator if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or not such a multiple.</exception>
    public ContextUnet(int channels = 3, int features = 64, int contextSize = 5, int height = 16, Generator? generator = null)
        : base(nameof(ContextUnet))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(contextSize, 1);
        RequireMultiple(features, Groups, nameof(features), "its group normalisation has 8 groups");
        RequireMultiple(height, Levels, nameof(height), "pictures are halved twice; ImageSet.Padded(4) pads pictures to such a height");
        (Channels, Features, ContextSize, Height) = (channels, features, contextSize, height);

        init_conv = new ResidualConvBlock(channels, features, residual: true);
        down1 = new UnetDown(features, features);
        down2 = new UnetDown(features, 2 * features);
        to_vec = nn.Sequential(nn.AvgPool2d(height / Levels), nn.GELU());
        timeembed1 = new EmbedFC(1, 2 * features);
        timeembed2 = new EmbedFC(1, features);
        contextembed1 = new EmbedFC(contextSize, 2 * features);
        contextembed2 = new EmbedFC(contextSize, features);
        up0 = nn.Sequential(nn.ConvTranspose2d(2 * features, 2 * features, height / Levels, height / Levels),
            nn.GroupNorm(Groups, 2 * features), nn.ReLU());
        up1 = new UnetUp(4 * features, features);
        up2 = new UnetUp(2 * features, features);
        @out = nn.Sequential(nn.Conv2d(2 * features, features, 3, 1, 1), nn.GroupNorm(Groups, features), nn.ReLU(),
            nn.Conv2d(features, channels, 3, 1, 1));
        RegisterComponents();
        Initialisation.ResetGroupNorms(this);
        if (generator is not null) Initialisation.Draw(this, generator);
    }

    /// <summary>C, channels of a picture.</summary>
    public int Channels { get; }

    /// <summary>The width: channels of the finest feature maps.</summary>
    public int Features { get; }

    /// <summary>H, height and width of a picture.</summary>
    public int Height { get; }

    /// <summary>ε̂, or what else it was trained to guess, for a batch, differentiable: what training uses.</summary>
    /// <param name="x">x_t, shape [B, C, H, H].</param>
    /// <param name="time">t/T in (0, 1]: one for each picture, [B], or one for all, [1] or [1, 1, 1, 1].</param>
    /// <param name="context">What is in the pictures, shape [B, K] or [1, K]; zeros, which say nothing, if null.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public override Tensor forward(Tensor x, Tensor time, Tensor? context = null)
    {
        Require(x, time, context);
        return Denoise(x, EmbedTime(time), EmbedContext(context, x));
    }

    /// <summary>ε̂ without gradients, for samplers: the weights as they are now, in eval mode, arranged for speed.</summary>
    /// <param name="schedule">The schedule that the network was trained on.</param>
    /// <param name="context">What shall be in the pictures, shape [B, K] or [1, K]; nothing in particular if null.</param>
    /// <param name="target">What the network was trained to guess; ε̂ follows from it.</param>
    /// <exception cref="ArgumentException">The context's shape does not fit.</exception>
    public override NoisePredictor Predictor(NoiseSchedule schedule, Tensor? context = null, PredictionTarget target = PredictionTarget.Noise)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (context is not null) RequireContext(context);
        return schedule.Predictor(target, new FrozenUnet(this, schedule, context).Predict);
    }

    /// <summary>Sets all weights from a safetensors file or a PyTorch checkpoint, the course's own ones too.</summary>
    /// <param name="path">The file; its content decides what it is, not its name.</param>
    /// <param name="key">Which of a checkpoint's state dictionaries, if it has several: the keys to it joined by dots, such as "ema".</param>
    /// <returns>What the caller should know about the file; mostly nothing. The course's checkpoints lack
    /// <c>init_conv.shortcut</c>, which it drew afresh at every call: zero, the mean of what was drawn, stands in for it.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit; the network keeps its weights.</exception>
    public IReadOnlyList<string> LoadWeights(string path, string? key = null)
    {
        using var scope = NewDisposeScope();
        var (weights, remarks) = ModuleWeights.Read(this, path, key);
        string[] drawn = [.. state_dict().Keys.Where(key => key.StartsWith("init_conv.shortcut.", StringComparison.Ordinal))];
        var lacking = drawn.Length > 0 && !drawn.Any(weights.ContainsKey);
        if (lacking)
        {
            var state = state_dict();
            foreach (var absent in drawn) weights.Add(absent, zeros_like(state[absent]));
        }
        this.LoadWeights(weights, path);
        return lacking ? [.. remarks, $"{path} holds no init_conv.shortcut, as the course's checkpoints do not; zeros stand in for it, "
            + "so that outputs are the mean of what the course's network gives."] : remarks;
    }

    /// <summary>What is added on the way up, one number for each channel: for maps of a quarter of the size, [B, 2F, 1, 1], and of
    /// half, [B, F, 1, 1].</summary>
    /// <param name="time">t/T, [B] or [1].</param>
    public (Tensor Coarse, Tensor Fine) EmbedTime(Tensor time) => (timeembed1.call(time), timeembed2.call(time));

    /// <summary>What feature maps are multiplied by on the way up, of the same shapes.</summary>
    /// <param name="context">[B, K] or [1, K]; zeros, which say nothing, if null.</param>
    /// <param name="like">A tensor of the type and on the device of the network.</param>
    public (Tensor Coarse, Tensor Fine) EmbedContext(Tensor? context, Tensor like)
    {
        ArgumentNullException.ThrowIfNull(like);
        context ??= zeros(1, ContextSize, dtype: like.dtype, device: like.device);
        return (contextembed1.call(context), contextembed2.call(context));
    }

    internal Tensor Denoise(Tensor x, (Tensor Coarse, Tensor Fine) time, (Tensor Coarse, Tensor Fine) context)
    {
        var h0 = init_conv.call(x);                                // [B, F, H, H]
        var d1 = down1.call(h0);                                   // [B, F, H/2, H/2]
        var d2 = down2.call(d1);                                   // [B, 2F, H/4, H/4]
        var u0 = Bottleneck(d2);                                         // [B, 2F, H/4, H/4]
        var u1 = up1.call(context.Coarse * u0 + time.Coarse, d2);  // [B, F, H/2, H/2]
        var u2 = up2.call(context.Fine * u1 + time.Fine, d1);      // [B, F, H, H]
        return @out.call(cat([u2, h0], 1));
    }

    /// <summary>The bottleneck: [B, 2F, H/4, H/4] → [B, 2F, 1, 1] → [B, 2F, H/4, H/4].</summary>
    /// <param name="d2">The coarsest feature maps of the way down.</param>
    public Tensor Bottleneck(Tensor d2)
    {
        // A transposed convolution of one pixel is a matrix product, and as that several times as fast.
        var rise = (ConvTranspose2d)up0[0];
        var u = to_vec.call(d2).flatten(1).matmul(rise.weight.flatten(1)).view(-1, 2 * Features, Height / Levels, Height / Levels);
        return up0[2].call(up0[1].call(u + rise.bias!.view(-1, 1, 1)));
    }

    /// <summary>A network of the same sizes, weights and device.</summary>
    internal ContextUnet Copy()
    {
        using var frozen = no_grad();
        var state = state_dict();
        var copy = new ContextUnet(Channels, Features, ContextSize, Height);
        copy.to(state.Values.First().device);
        foreach (var (key, value) in copy.state_dict()) value.copy_(state[key]);
        return copy;
    }

    /// <inheritdoc/>
    public override void RequirePictures(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.dim() != 4 || !images.shape.AsSpan(1).SequenceEqual([Channels, Height, Height]))
            throw new ArgumentException($"Pictures have shape {Shapes.Text(images.shape)}; this network needs "
                + $"[B, {Channels}, {Height}, {Height}].{Shapes.PictureRemedy(images, Channels, Levels, Height)}", nameof(images));
    }

    private static void RequireMultiple(int value, int of, string name, string why)
    {
        if (value < of || value % of != 0)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be a multiple of {of}, as {why}.");
    }
}
