using System.Globalization;
using Diffusion.Models;
using Diffusion.Schedules;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary>What a training on pictures is made of.</summary>
/// <param name="Model">Makes the network.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="Options">How it is trained.</param>
/// <param name="Conditional">Whether it learns what is in the pictures.</param>
/// <param name="ManyFiles">Whether its weights' files are told apart by the epoch.</param>
internal sealed record ImageRecipe(
    Func<Generator, ImageModel> Model, NoiseSchedule Schedule, TrainingOptions Options, bool Conditional, bool ManyFiles)
{
    /// <summary>How often every picture is learned from.</summary>
    public int Epochs => Options.Epochs!.Value;

    /// <summary>The sprite course's network, of a size that fits the pictures.</summary>
    public static ImageRecipe Sprite(TrainingRequest request, Pictures pictures, bool conditional)
    {
        var (channels, height) = ((int)pictures.Set.Pixels.shape[1], (int)pictures.Set.Pixels.shape[2]);
        return new ImageRecipe(generator => new ContextUnet(channels, contextSize: pictures.Set.Classes.Count, height: height, generator: generator),
            SpriteRecipe.Schedule, SpriteRecipe.Options with { Epochs = request.Epochs, BatchSize = request.Batch }, conditional, ManyFiles: true);
    }

    /// <summary>The published DDPM class's network.</summary>
    public static ImageRecipe Ddpm(TrainingRequest request, Pictures pictures) => new(
        generator => DdpmRecipe.Model(generator, request.Width, request.Classes ? pictures.Set.Classes.Count : 0, (int)pictures.Set.Pixels.shape[1]),
        DdpmRecipe.Schedule, DdpmRecipe.Options with { Epochs = request.Epochs, BatchSize = request.Batch }, request.Classes, ManyFiles: false);

    /// <summary>The name of the file of an epoch's weights.</summary>
    public string FileOf(string job, int epoch) => ManyFiles || epoch < Epochs - 1
        ? string.Create(CultureInfo.InvariantCulture, $"{job}-{epoch:00}.safetensors")
        : $"{job}.safetensors";
}
