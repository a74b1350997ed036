using Diffusion.Data;

namespace Diffusion.Recipes.Training;

/// <summary>The pictures that a training was asked to learn from.</summary>
/// <param name="Set">The pictures.</param>
/// <param name="Name">What drew or loaded them.</param>
internal sealed record Pictures(ImageSet Set, string Name)
{
    public static Pictures Of(TrainingRequest request)
    {
        return request.Data switch
        {
            [] => At(request.Size, new Pictures(Sprites.Training(request.Images), "Sprites.Training")),
            [var folder] => Told(new Pictures(ImageFolder.Load(folder, request.Size == 0 ? null : request.Size), nameof(ImageFolder))),
            [var images, var labels] => At(request.Size, new Pictures(NpyImages.Load(images, labels, request.Range), nameof(NpyImages))),
            _ => throw new ArgumentException("--data takes a folder of pictures, or two .npy files: pictures and labels."),
        };
    }

    private static Pictures Told(Pictures pictures)
    {
        Console.WriteLine(pictures.Set);
        return pictures;
    }

    private static Pictures At(int size, Pictures own)
    {
        var (height, width) = (own.Set.Pixels.shape[2], own.Set.Pixels.shape[3]);
        if (size == 0 || (size == height && size == width)) return own;
        if (height != width || size % height != 0)
            throw new ArgumentException($"--size {size} enlarges each pixel to a square of pixels; pictures of {width}×{height} do not come to {size}×{size} so. "
                + "Crop or scale them to it, or to a size that divides it.");
        int factor = (int)(size / height);
        return new Pictures(own.Set.Enlarged(factor), $"{own.Name}.Enlarged({factor})");
    }
}
