using System.Globalization;
using Diffusion.Data;
using Diffusion.Storage;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary>What can be watched while a training runs: scalars and pictures for TensorBoard, and the pictures of each epoch as PNG.</summary>
/// <param name="folder">Where it all goes.</param>
internal sealed class RunLog(string folder) : IDisposable
{
    private const int StepsBetween = 10, Columns = 8, Gap = 2;

    private readonly TensorBoardWriter _writer = new(folder);

    /// <summary>Reading the loss waits for the device: not at every step.</summary>
    public void Step(TrainingStep step)
    {
        if (step.Number % StepsBetween != 0) return;
        _writer.AddScalar("loss/step", step.Loss, step.Number);
        _writer.AddScalar("learning rate", step.LearningRate, step.Number);
    }

    /// <summary>An epoch's loss, and what the network draws after it.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="loss">Its mean loss.</param>
    /// <param name="samples">x₀, [N, C, H, W].</param>
    public void Epoch(int epoch, double loss, Tensor samples)
    {
        using var scope = NewDisposeScope();
        var sheet = Sheet(ImageSet.ToBytes(samples.cpu()));
        _writer.AddScalar("loss/epoch", loss, epoch);
        _writer.AddImage("samples", sheet, epoch);
        _writer.Flush();
        PngFile.Save(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"epoch-{epoch:000}.png")), sheet);
    }

    public void Dispose() => _writer.Dispose();

    // Rows of eight on white.
    private static Tensor Sheet(Tensor images)
    {
        var (count, channels, height, width) = (images.shape[0], images.shape[1], images.shape[2], images.shape[3]);
        long columns = Math.Min(Columns, count), rows = (count + columns - 1) / columns;
        var sheet = full([channels, rows * (height + Gap) - Gap, columns * (width + Gap) - Gap], byte.MaxValue, dtype: ScalarType.Byte);
        for (var i = 0; i < count; i++)
            sheet.narrow(1, i / columns * (height + Gap), height).narrow(2, i % columns * (width + Gap), width).copy_(images[i]);
        return sheet;
    }
}
