using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A small network that names what is in a picture, and whose inner features are what sets of pictures are compared in.</summary>
/// <remarks>Features that only name the class would call all knights alike. So the same 64 numbers must also tell, each by one
/// linear layer, a picture of half the size and how much noise was added: colour, outline and defects all leave their trace.</remarks>
public sealed class SpriteClassifier : nn.Module<Tensor, Tensor>
{
    private const int Width = 32, FeatureCount = 64, Slice = 500;

    private readonly Sequential body;
    private readonly BatchNorm1d standard;                         // features of mean 0 and variance 1 over the data
    private readonly Linear classes, thumbnail, noise;

    /// <summary>Makes the network with random weights.</summary>
    /// <param name="channels">C, the colours of a picture.</param>
    /// <param name="classCount">The number of classes.</param>
    /// <param name="height">H, height and width of a picture, a multiple of 4.</param>
    /// <param name="generator">Where the weights come from, on the CPU; torch's own generator if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or the height no multiple of 4.</exception>
    public SpriteClassifier(int channels = 3, int classCount = 5, int height = 16, Generator? generator = null) : base(nameof(SpriteClassifier))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        if (height < 4 || height % 4 != 0)
            throw new ArgumentOutOfRangeException(nameof(height), height,
                "Height and width of the pictures are a multiple of 4; ImageSet.Padded(4) pads pictures to one.");
        (Channels, Height) = (channels, height);
        body = nn.Sequential(
            [.. Stage("1", channels, Width, 1), .. Stage("2", Width, 2 * Width, 2), .. Stage("3", 2 * Width, 2 * Width, 1),
             .. Stage("4", 2 * Width, 3 * Width, 2),
             ("flat", nn.Flatten()), ("features", nn.Linear(3 * Width * (height / 4) * (height / 4), FeatureCount))]);
        standard = nn.BatchNorm1d(FeatureCount, affine: false);
        classes = nn.Linear(FeatureCount, classCount);
        thumbnail = nn.Linear(FeatureCount, channels * height * height / 4);
        noise = nn.Linear(FeatureCount, 1);
        RegisterComponents();
        if (generator is not null) Initialisation.Draw(this, generator);
    }

    /// <summary>C, the colours of a picture.</summary>
    public int Channels { get; }

    /// <summary>H, height and width of a picture.</summary>
    public int Height { get; }

    /// <summary>The classes' logits, shape [B, classes], differentiable.</summary>
    /// <param name="x">Pictures in [−1, 1], shape [B, C, H, W].</param>
    public override Tensor forward(Tensor x) => Judge(x).Logits;

    /// <summary>64 numbers for each picture, of mean 0 and variance 1 over the data learned from: what <see cref="Metrics.FrechetDistance"/> takes.</summary>
    /// <param name="images">Pictures in [−1, 1], shape [N, C, H, W].</param>
    /// <returns>Shape [N, 64].</returns>
    /// <exception cref="ArgumentException">The pictures are of another size.</exception>
    public Tensor Features(Tensor images) => InSlices(images, x => standard.call(body.call(x)));

    /// <summary>The class seen in each picture.</summary>
    /// <param name="images">Pictures in [−1, 1], shape [N, C, H, W].</param>
    /// <returns>int64 [N].</returns>
    /// <exception cref="ArgumentException">The pictures are of another size.</exception>
    public Tensor Predict(Tensor images) => InSlices(images, x => classes.call(standard.call(body.call(x))).argmax(1));

    /// <summary>All that the features must tell: classes [B, K], the picture at half its size [B, C, H/2, W/2], the root of the noise's strength [B].</summary>
    internal (Tensor Logits, Tensor Thumbnail, Tensor Noise) Judge(Tensor x)
    {
        var features = standard.call(body.call(x));
        return (classes.call(features), thumbnail.call(features).view(-1, Channels, Height / 2, Height / 2), noise.call(features).squeeze(1));
    }

    internal void RequireSize(Tensor images)
    {
        if (images.dim() != 4 || !images.shape.AsSpan(1).SequenceEqual([Channels, Height, Height]))
            throw new ArgumentException($"The pictures have shape {Shapes.Text(images.shape)}; this network is for [N, {Channels}, {Height}, {Height}]."
                + Shapes.PictureRemedy(images, Channels, multiple: 4, Height), nameof(images));
    }

    // In eval mode, without gradients, and in parts, for a large set would need much memory.
    private Tensor InSlices(Tensor images, Func<Tensor, Tensor> compute)
    {
        ArgumentNullException.ThrowIfNull(images);
        RequireSize(images);
        Shapes.RequirePictures(images, drawn: true);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var learns = training;
        eval();
        var results = images.split(Slice).Select(compute).ToList();
        train(learns);
        return cat(results, 0).MoveToOuterDisposeScope();
    }

    private static (string, nn.Module<Tensor, Tensor>)[] Stage(string name, int from, int to, int stride) =>
    [
        ($"conv{name}", nn.Conv2d(from, to, 3, stride: stride, padding: 1, bias: false)),
        ($"norm{name}", nn.BatchNorm2d(to)),
        ($"relu{name}", nn.ReLU()),
    ];
}
