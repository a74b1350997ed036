using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Reads the classes of pictures from a file: one number each, or one-hot rows.</summary>
internal static class NpyLabels
{
    private const int MaxClasses = 10_000;

    /// <summary>The labels as int64 [N], and how many classes there are.</summary>
    public static (Tensor Labels, int Classes) Load(string path)
    {
        using var scope = NewDisposeScope();
        var read = NpyFile.Load(path).to(ScalarType.Float64);
        if (read.dim() is not (1 or 2) || read.numel() == 0)
            throw BadFile.Error(path, $"the shape {Shapes.Text(read.shape)} is not one of labels", "Give [N], or one-hot rows [N, classes]");
        var oneHot = read.dim() == 2 && read.shape[1] > 1;
        var labels = oneHot ? FromRows(read, path) : FromNumbers(read.reshape(-1), path);
        var classes = oneHot ? read.shape[1] : labels.max().item<long>() + 1;
        return (labels.MoveToOuterDisposeScope(), (int)classes);
    }

    private static Tensor FromRows(Tensor rows, string path)
    {
        var hot = rows.eq(1);
        var good = hot.logical_or(rows.eq(0)).all(1).logical_and(hot.to(ScalarType.Int64).sum(1).eq(1));
        RequireAll(good, path, "is not one-hot: it must hold a single 1 among zeros");
        return rows.argmax(1);
    }

    private static Tensor FromNumbers(Tensor numbers, string path)
    {
        RequireAll(numbers.ge(0).logical_and(numbers.lt(MaxClasses)).logical_and(numbers.floor().eq(numbers)), path,
            $"is no class: classes are whole numbers from 0 to {MaxClasses - 1}");
        return numbers.to(ScalarType.Int64);
    }

    private static void RequireAll(Tensor good, string path, string problem)
    {
        if (good.all().item<bool>()) return;
        var bad = good.logical_not().to(ScalarType.Int64).argmax().item<long>();
        throw BadFile.Error(path, $"row {bad} (rows count from 0) {problem}", "Correct the labels");
    }
}
