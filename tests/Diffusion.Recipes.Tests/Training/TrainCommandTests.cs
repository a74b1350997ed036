using System.Text.Json;
using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Tests.Training;

public sealed class TrainCommandTests : IDisposable
{
    private const int Epochs = 6;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("recipes-tests-");

    public void Dispose() => folder.Delete(recursive: true);

    private string In(string run, string file = "") => Path.Combine(folder.FullName, run, file);

    private string[] Small(string run) =>
    [
        "train", "context", "--epochs", $"{Epochs}", "--images", "40", "--batch", "16", "--seed", "3", "--threads", "1",
        "--keep", "99", "--out", In(run),
    ];

    // Until the first state is there: from then on a killed training can be resumed.
    private async Task<RecipesRun> BegunTraining(string run)
    {
        var training = new RecipesRun(Small(run));
        while (!File.Exists(In(run, "context-training.safetensors")))
        {
            Assert.False(training.HasExited, "The training ended before it could be stopped.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        return training;
    }

    [Fact]
    public async Task Train_KilledOrStoppedAndResumed_WritesTheSameWeightsAsUninterrupted()
    {
        Assert.Equal(0, (await RecipesRun.ToEnd(Small("whole"))).ExitCode);
        Assert.Equal(
            ["context-05.json", "context-05.safetensors"],
            Directory.EnumerateFiles(In("whole")).Select(Path.GetFileName).Order());

        using (var killed = await BegunTraining("killed"))
        {
            killed.Kill();
            Assert.NotEqual(0, (await killed.Finish()).ExitCode);
        }
        using (var stopped = await BegunTraining("stopped"))
        {
            await stopped.Terminate();
            var (code, _, errors) = await stopped.Finish();
            Assert.Equal(130, code);
            Assert.Contains("--resume", errors, StringComparison.Ordinal);
        }

        foreach (string run in new[] { "killed", "stopped" })
        {
            var (refused, _, errors) = await RecipesRun.ToEnd(Small(run));
            Assert.Equal(1, refused);
            Assert.Contains("go on with it by --resume, or delete it", errors, StringComparison.Ordinal);
            var (code, _, problem) = await RecipesRun.ToEnd([.. Small(run), "--resume"]);
            Assert.True(code == 0, problem);
            Assert.Equal(await Bytes(In("whole", "context-05.safetensors")), await Bytes(In(run, "context-05.safetensors")));
            Assert.False(File.Exists(In(run, "context-training.safetensors")));
        }
        RequireProvenance(In("killed", "context-05.json"));
        RequireWeights(In("killed", "context-05.safetensors"));
    }

    [Fact]
    public async Task Train_AskedForWhatCannotBe_SaysWhat()
    {
        foreach (var (word, arguments) in new[]
        {
            ("There is no training 'cats'", new[] { "train", "cats" }),
            ("--epochs takes a whole number from 1 up, not '0'", ["train", "context", "--epochs", "0"]),
            ("--batch takes a whole number from 1 up, not 'x'", ["train", "context", "--batch", "x"]),
        })
        {
            var (code, _, errors) = await RecipesRun.ToEnd(arguments);
            Assert.Equal(2, code);
            Assert.Contains(word, errors, StringComparison.Ordinal);
        }
        var (nothing, _, why) = await RecipesRun.ToEnd([.. Small("none"), "--resume"]);
        Assert.Equal(1, nothing);
        Assert.Contains("nothing to resume", why, StringComparison.Ordinal);
    }

    private static Task<byte[]> Bytes(string path) => File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

    private static void RequireProvenance(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        Assert.Equal("recipes train context --epochs 6 --images 40 --batch 16 --seed 3", root.GetProperty("command").GetString());
        Assert.Equal(Epochs - 1, root.GetProperty("epoch").GetInt32());
        Assert.Equal(Epochs, root.GetProperty("lossByEpoch").GetArrayLength());
        Assert.Equal(64, root.GetProperty("data").GetProperty("sha256").GetString()!.Length);
        Assert.Equal(40, root.GetProperty("data").GetProperty("count").GetInt32());
        Assert.True(root.GetProperty("seconds").GetDouble() > 0);
        Assert.NotEqual("", root.GetProperty("processor").GetString());
        Assert.Equal(__version__, root.GetProperty("versions").GetProperty("libtorch").GetString());
        Assert.DoesNotContain(Environment.MachineName, root.GetRawText(), StringComparison.Ordinal);
    }

    // Half precision where it saves room, and the loader makes ordinary weights of it.
    private static void RequireWeights(string path)
    {
        Assert.InRange(new FileInfo(path).Length, 2_900_000, 3_100_000);
        var unet = new ContextUnet();
        Assert.Empty(unet.LoadWeights(path));
        Assert.Equal(ScalarType.Float32, unet.state_dict()["up1.model.0.weight"].dtype);
        Assert.True(unet.state_dict()["down1.model.0.conv1.1.running_var"].min().item<float>() > 0);
    }
}
