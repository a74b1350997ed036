using Diffusion.Data;

namespace Diffusion.Recipes.Training;

/// <summary>The pictures that a training was asked to learn from.</summary>
/// <param name="Set">The pictures.</param>
/// <param name="Name">What drew or loaded them.</param>
internal sealed record Pictures(ImageSet Set, string Name)
{
    // What each network can halve.
    private const int Attention = 8, Sprite = 4;

    public static Pictures Of(TrainingRequest request)
    {
        var own = Loaded(request);
        own = own with { Set = own.Set.Padded(request.Job == TrainOptions.Ddpm ? Attention : Sprite) };
        if (request.Job != TrainOptions.Ddpm) RequireSquares(own.Set);
        if (request.Data.Count > 0) Console.WriteLine(own.Set);
        return own;
    }

    private static Pictures Loaded(TrainingRequest request) => request.Data switch
    {
        [] => At(request.Size, new Pictures(Sprites.Training(request.Images), "Sprites.Training")),
        [var file] when File.Exists(file) => At(request.Size, new Pictures(NpyImages.Load(file, range: request.Range), nameof(NpyImages))),
        [var file] when Path.GetExtension(file).Equals(".npy", StringComparison.OrdinalIgnoreCase) =>
            throw new FileNotFoundException($"{file}: there is no such file. --data takes a folder of pictures, a .npy file of pictures, or two: pictures and labels."),
        [var folder] => new Pictures(ImageFolder.Load(folder, request.Size == 0 ? null : request.Size), nameof(ImageFolder)),
        [var images, var labels] => At(request.Size, new Pictures(NpyImages.Load(images, labels, request.Range), nameof(NpyImages))),
        _ => throw new ArgumentException("--data takes a folder of pictures, a .npy file of pictures, or two: pictures and labels."),
    };

    private static void RequireSquares(ImageSet set)
    {
        var (height, width) = (set.Pixels.shape[2], set.Pixels.shape[3]);
        if (height == width) return;
        throw new ArgumentException($"The sprite network takes squares; these pictures are {width}×{height}. "
            + $"Of a folder, --size {Math.Min(height, width)} takes their middle squares; crop those of a .npy file. The network of ddpm takes them as they are.");
    }

    private static Pictures At(int size, Pictures own)
    {
        var (height, width) = (own.Set.Pixels.shape[2], own.Set.Pixels.shape[3]);
        if (size == 0 || (size == height && size == width)) return own;
        if (height != width || size % height != 0)
            throw new ArgumentException($"--size {size} enlarges each pixel to a square of pixels; pictures of {width}×{height} do not come to {size}×{size} so. "
                + "Crop or scale them to it, or to a size that divides it.");
        var factor = (int)(size / height);
        return new Pictures(own.Set.Enlarged(factor), $"{own.Name}.Enlarged({factor})");
    }
}
