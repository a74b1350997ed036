using Diffusion.Data;
using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Quality;

/// <summary>Whether the class is drawn that was asked for, by guidance weight.</summary>
internal static class ContextTable
{
    private const string Weights = "context-31";
    private const int Steps = 25, Samples = 500;
    private static readonly double[] GuidanceWeights = [0, 0.5, 1, 1.5, 2, 3, 4];

    public static PlannedTable Plan(QualityRequest request)
    {
        int classes = Sprites.Classes.Count, perClass = (request.SamplesOr(Samples) - 1) / classes + 1;
        return new PlannedTable(
            "Sprites of a class asked for, by guidance weight",
            $"{perClass} generated sprites of each class; weight 0 asks for nothing, 1 for the class, more for more of it. The accuracy "
            + $"is how often the shipped classifier sees that class. DPM-Solver++(2M) in {Steps} steps.",
            perClass * classes,
            [.. GuidanceWeights.Select(weight => Row(request, weight, perClass, classes))]);
    }

    private static PlannedRow Row(QualityRequest request, double weight, int perClass, int classes)
    {
        var path = Path.Combine(request.Weights, $"{Weights}.safetensors");
        var samples = perClass * classes;
        return new PlannedRow
        {
            Labels = new Dictionary<string, string> { ["sampler"] = SamplerTable.Dpm },
            Choices = new Dictionary<string, double> { ["weight"] = weight, ["steps"] = Steps, ["samples"] = samples },
            Weights = path,
            Work = (double)Steps * samples * (weight is 0 or 1 ? 1 : 2),
            Generate = cancellation =>
            {
                using var unet = UnetRow.Load(path, Weights);
                var sampler = new DpmSolverSampler(SpriteRecipe.Schedule) { Steps = Steps };
                var parts = Enumerable.Range(0, classes).Select(c => (Predictor(unet, weight, c, classes), perClass));
                return Generation.Images(sampler, parts, request.Seed, cancellation);
            },
            Asked = arange(classes, dtype: ScalarType.Int64).repeat_interleave(perClass),
        };
    }

    private static NoisePredictor Predictor(ContextUnet unet, double weight, int asked, int classes)
    {
        using var context = zeros(1, classes);
        context[0, asked] = 1;
        return Guidance.Towards(unet.Predictor(SpriteRecipe.Schedule), unet.Predictor(SpriteRecipe.Schedule, context), weight);
    }
}
