using Diffusion.Data;

namespace Diffusion.Recipes.Training;

/// <summary>The pictures that a training was asked to learn from.</summary>
/// <param name="Set">The pictures.</param>
/// <param name="Name">What drew or loaded them.</param>
internal sealed record Pictures(ImageSet Set, string Name)
{
    public static Pictures Of(TrainingRequest request)
    {
        var own = request.Data switch
        {
            [] => new Pictures(Sprites.Training(request.Images), "Sprites.Training"),
            [var folder] => new Pictures(ImageFolder.Load(folder), nameof(ImageFolder)),
            [var images, var labels] => new Pictures(NpyImages.Load(images, labels, request.Range), nameof(NpyImages)),
            _ => throw new ArgumentException("--data takes a folder of PNG files, or two .npy files: pictures and labels."),
        };
        return request.Size == 0 ? own : own.At(request.Size);
    }

    private Pictures At(int size)
    {
        var (height, width) = (Set.Pixels.shape[2], Set.Pixels.shape[3]);
        if (height != width || size % height != 0)
            throw new ArgumentException($"--size {size} enlarges each pixel to a square of pixels; pictures of {width}×{height} do not come to {size}×{size} so. "
                + "Crop or scale them to it, or to a size that divides it.");
        int factor = (int)(size / height);
        return factor == 1 ? this : new Pictures(Set.Enlarged(factor), $"{Name}.Enlarged({factor})");
    }
}
