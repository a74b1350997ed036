using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Tests.Training;

/// <summary>What the program advises is done as it says: it is neither refused nor does it lose work.</summary>
public sealed class RemedyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recipes-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Train_ClassifierStopped_BeginsAnewByTheSameCommand()
    {
        string[] Classifier(int epochs) => ["train", "classifier", "--images", "100", "--epochs", $"{epochs}", "--threads", "1", "--out", In("run")];
        using (var stopped = new RecipesRun(Classifier(5000)))
        {
            await stopped.Says("epoch 0 of");
            await stopped.Terminate();
            var (code, _, errors) = await stopped.Finish();
            Assert.Equal(130, code);
            Assert.Contains("the same command begins anew", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("--resume", errors, StringComparison.Ordinal);
        }
        await Accepted(Classifier(1));
        Assert.True(File.Exists(In("run", "classifier.safetensors")));
    }

    // The command that was stopped began from nothing; with --resume it must not do so again.
    [Fact]
    public async Task Train_StoppedThatReplacedAnother_GoesOnByTheSameCommandWithResume()
    {
        string[] Context(params string[] more) =>
            ["train", "context", "--images", "40", "--batch", "4", "--epochs", "3", "--keep", "99", "--threads", "1", "--out", In("run"), "--overwrite", .. more];
        using (var stopped = new RecipesRun(Context()))
        {
            await stopped.Says("epoch 0 of");
            await stopped.Terminate();
            var (code, _, errors) = await stopped.Finish();
            Assert.Equal(130, code);
            Assert.Contains("The same command with --resume goes on from here.", errors, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("epoch 0 of", await Accepted(Context("--resume")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_WithoutItsClassifier_NamesTheTrainingThatWritesIt()
    {
        string[] quality = ["quality", "samplers", "--weights", In("weights"), "--out", In("tables"), "--threads", "1"];
        Assert.Contains($"`recipes train classifier --out {In("weights")}` writes it", await Refused(quality), StringComparison.Ordinal);
        await Accepted("train", "classifier", "--out", In("weights"), "--images", "100", "--epochs", "1", "--threads", "1");
        Assert.DoesNotContain("classifier", await Refused(quality), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_NothingToResume_BeginsWithoutResume()
    {
        NpyFile.Save(In("digits.npy"), zeros([4, 8, 8], dtype: ScalarType.Byte));
        Assert.Contains("a new one begins without --resume", await Refused(Context(In("digits.npy"), "run", "--resume")), StringComparison.Ordinal);
        await Accepted(Context(In("digits.npy")));
    }

    [Fact]
    public async Task Train_NumbersWhoseRangeIsNotSaid_AreTakenWithEachRangeThatIsNamed()
    {
        NpyFile.Save(In("floats.npy"), zeros(4, 8, 8));
        Assert.Contains("Name the range: ZeroToOne, MinusOneToOne or ZeroTo255", await Refused(Context(In("floats.npy"))), StringComparison.Ordinal);
        foreach (var range in new[] { "ZeroToOne", "MinusOneToOne", "ZeroTo255" })
            await Accepted(Context(In("floats.npy"), range, "--range", range));
    }

    [Fact]
    public async Task Train_PicturesOfSeveralSizesOrNotSquare_AreTakenWithTheSizeThatIsNamed()
    {
        Draw("several", (8, 8), (12, 12));
        Assert.Contains("--size 32", await Refused(Context(In("several"))), StringComparison.Ordinal);
        await Accepted(Context(In("several"), "run", "--size", "32"));
        Draw("wide", (8, 16), (8, 16));
        Assert.Contains("--size 8 takes their middle squares", await Refused(Context(In("wide"))), StringComparison.Ordinal);
        await Accepted(Context(In("wide"), "squares", "--size", "8"));
        await Accepted("train", "ddpm", "--data", In("wide"), "--width", "4", "--epochs", "1", "--batch", "4", "--threads", "1", "--out", In("ddpm"), "--logs", In("log"));
    }

    private static async Task<string> Accepted(params string[] command)
    {
        var (code, said, problem) = await RecipesRun.ToEnd(command);
        Assert.True(code == 0, problem);
        return said;
    }

    private static async Task<string> Refused(params string[] command)
    {
        var (code, _, errors) = await RecipesRun.ToEnd(command);
        Assert.Equal(1, code);
        return errors;
    }

    private string[] Context(string data, string run = "run", params string[] more) =>
        ["train", "context", "--data", data, "--epochs", "1", "--batch", "4", "--threads", "1", "--out", In(run), .. more];

    private void Draw(string name, params (int Height, int Width)[] sizes)
    {
        Directory.CreateDirectory(In(name));
        foreach (var (n, (height, width)) in sizes.Index())
            PngFile.Save(In(name, $"{n}.png"), zeros([3, height, width], dtype: ScalarType.Byte));
    }

    private string In(string name, string file = "") => Path.Combine(_folder.FullName, name, file);
}
