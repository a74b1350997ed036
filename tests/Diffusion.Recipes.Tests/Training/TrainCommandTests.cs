using System.Text.Json;
using System.Text.RegularExpressions;
using Diffusion.Models;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Tests.Training;

public sealed class TrainCommandTests : IDisposable
{
    private const int Epochs = 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recipes-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string run, string file = "") => Path.Combine(_folder.FullName, run, file);

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
            ["context-05.json", "context-05.safetensors", "context-training.safetensors"],
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

        foreach (var run in new[] { "killed", "stopped" })
        {
            var (refused, _, errors) = await RecipesRun.ToEnd(Small(run));
            Assert.Equal(1, refused);
            Assert.Contains("context-training.safetensors is there, from an earlier training. Go on with that one by --resume", errors, StringComparison.Ordinal);
            var (other, _, seed) = await RecipesRun.ToEnd([.. Small(run).Select(word => word == "3" ? "4" : word), "--resume"]);
            Assert.Equal(1, other);
            Assert.Contains("begun with --seed 3", seed, StringComparison.Ordinal);
            var (code, _, problem) = await RecipesRun.ToEnd([.. Small(run), "--resume"]);
            Assert.True(code == 0, problem);
            Assert.Equal(await Bytes(In("whole", "context-05.safetensors")), await Bytes(In(run, "context-05.safetensors")));
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
            ("Leave one of the two out", ["train", "ddpm", "--images", "20", "--data", "mine"]),
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

    // A reader's own pictures in three classes, enlarged.
    [Fact]
    public async Task Train_DdpmOnAFolder_ResumesAndLeavesWeightsAndLogs()
    {
        Draw(In("mine"), classes: 3, each: 4, size: 8);
        string[] Command(string run) =>
        [
            "train", "ddpm", "--data", In("mine"), "--size", "16", "--width", "4", "--classes", "--epochs", "3", "--batch", "5", "--threads", "1",
            "--out", In(run), "--logs", In(run, "logs"),
        ];
        var (done, said, _) = await RecipesRun.ToEnd(Command("whole"));
        Assert.Equal(0, done);
        Assert.Contains("12 pictures were scaled to 16×16 pixels.", said, StringComparison.Ordinal);
        Assert.Equal(["ddpm-training.safetensors", "ddpm.json", "ddpm.safetensors"], Directory.EnumerateFiles(In("whole")).Select(Path.GetFileName).Order());
        string[] logs = [.. Directory.EnumerateFiles(In("whole", "logs")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(["epoch-000.png", "epoch-001.png", "epoch-002.png"], logs[..3]);
        Assert.StartsWith("events.out.tfevents.", Assert.Single(logs[3..]), StringComparison.Ordinal);
        Assert.Equal([3L, 34, 142], PictureFile.Load(In("whole", "logs/epoch-002.png")).shape);
        using var provenance = JsonDocument.Parse(File.ReadAllBytes(In("whole", "ddpm.json")));
        Assert.Equal("recipes train ddpm --epochs 3 --batch 5 --seed 0 --size 16 --width 4 --classes --data …",
            provenance.RootElement.GetProperty("command").GetString());
        Assert.Equal("ImageFolder", provenance.RootElement.GetProperty("data").GetProperty("name").GetString());
        new AttentionUnet(width: 4, classes: 3).LoadWeights(In("whole", "ddpm.safetensors"));

        using (var training = new RecipesRun(Command("killed")))
        {
            while (!File.Exists(In("killed", "ddpm-training.safetensors")))
            {
                Assert.False(training.HasExited, "The training ended before it could be stopped.");
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
            training.Kill();
            await training.Finish();
        }
        var (code, _, problem) = await RecipesRun.ToEnd([.. Command("killed"), "--resume"]);
        Assert.True(code == 0, problem);
        Assert.Equal(await Bytes(In("whole", "ddpm.safetensors")), await Bytes(In("killed", "ddpm.safetensors")));
    }

    [Fact]
    public async Task Train_SpriteNetworkOnOwnPictures_TakesTheirSizeAndClasses()
    {
        Draw(In("mine"), classes: 2, each: 3, size: 12);
        Directory.CreateDirectory(In("npy"));
        NpyFile.Save(In("npy", "x.npy"), full([6, 12, 12, 1], 200, dtype: ScalarType.Byte));
        NpyFile.Save(In("npy", "y.npy"), arange(6, dtype: ScalarType.Int64));
        foreach (var (run, channels, classes, data) in new[]
        {
            ("folder", 3, 2, new[] { In("mine") }), ("numpy", 1, 6, [In("npy", "x.npy"), In("npy", "y.npy")]),
        })
        {
            var (code, _, problem) = await RecipesRun.ToEnd(
                ["train", "context", "--data", .. data, "--epochs", "1", "--batch", "3", "--threads", "1", "--out", In(run)]);
            Assert.True(code == 0, problem);
            new ContextUnet(channels, contextSize: classes, height: 12).LoadWeights(In(run, "context-00.safetensors"));
        }
    }

    [Fact]
    public async Task Train_OnPicturesThatDoNotFit_SaysWhat()
    {
        Draw(In("mine"), classes: 1, each: 2, size: 12);
        foreach (var (word, arguments) in new[]
        {
            ("leave out --data", new[] { "train", "classifier", "--data", In("mine") }),
            ("there is no such folder", ["train", "ddpm", "--data", In("nowhere")]),
            ("multiple of 4", ["train", "ddpm", "--images", "20", "--width", "6"]),
        })
        {
            var (code, _, errors) = await RecipesRun.ToEnd([.. arguments, "--out", In("none"), "--logs", In("none")]);
            Assert.Equal(1, code);
            Assert.Contains(word, errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Train_DdpmOnPicturesAlone_PadsThemAndCropsWhatItShows()
    {
        Directory.CreateDirectory(In("npy"));
        var digits = zeros([6, 28, 28], dtype: ScalarType.Byte);
        digits.narrow(1, 8, 12).narrow(2, 8, 12).fill_(255);
        NpyFile.Save(In("npy", "digits.npy"), digits);
        var (code, said, problem) = await RecipesRun.ToEnd("train", "ddpm", "--data", In("npy", "digits.npy"), "--width", "4", "--epochs", "1", "--batch", "3",
            "--threads", "1", "--out", In("run"), "--logs", In("run", "logs"));
        Assert.True(code == 0, problem);
        Assert.Contains("6 pictures [1, 32, 32] in 1 class: digits", said, StringComparison.Ordinal);
        Assert.Contains("28×28 pixels were padded to 32×32 with the background (0).", said, StringComparison.Ordinal);
        Assert.Equal([3L, (2 * 30) - 2, (8 * 30) - 2], PictureFile.Load(In("run", "logs/epoch-000.png")).shape);
        Assert.Contains("28×28 pixels were padded", await File.ReadAllTextAsync(In("run", "ddpm.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_WhatIsDone_GoesOnForMoreEpochsAndIsNotReplacedUnasked()
    {
        string[] Command(int epochs, params string[] more) =>
            ["train", "context", "--epochs", $"{epochs}", "--images", "40", "--batch", "16", "--seed", "3", "--threads", "1", "--keep", "99", "--out", In("run"), .. more];
        Assert.Equal(0, (await RecipesRun.ToEnd(Command(2))).ExitCode);
        byte[] trained = await Bytes(In("run", "context-01.safetensors")), state = await Bytes(In("run", "context-training.safetensors"));
        foreach (var (word, command) in new[]
        {
            ("Go on with that one by --resume", Command(2)),
            ("All 2 epochs of", Command(2, "--resume")),
            ("and this one has", Command(1, "--resume")),
        })
        {
            var (refused, _, why) = await RecipesRun.ToEnd(command);
            Assert.Equal(1, refused);
            Assert.Contains(word, why, StringComparison.Ordinal);
            Assert.Equal(trained, await Bytes(In("run", "context-01.safetensors")));
            Assert.Equal(state, await Bytes(In("run", "context-training.safetensors")));
        }
        var (code, said, problem) = await RecipesRun.ToEnd(Command(4, "--resume"));
        Assert.True(code == 0, problem);
        Assert.Contains("Begun for 2 epochs, and goes on to 4", said, StringComparison.Ordinal);
        Assert.DoesNotContain("epoch 1 of", said, StringComparison.Ordinal);
        Assert.Contains("epoch 2 of 0…3", said, StringComparison.Ordinal);
        using var provenance = JsonDocument.Parse(await Bytes(In("run", "context-03.json")));
        Assert.Equal(4, provenance.RootElement.GetProperty("lossByEpoch").GetArrayLength());
        Assert.Equal(trained, await Bytes(In("run", "context-01.safetensors")));

        // Another training's weights stand where this one would go on to.
        await File.WriteAllTextAsync(In("run", "context-05.safetensors"), "precious", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("run", "context-05.json"), """{"seed": 2, "data": {"sha256": "0"}}""", TestContext.Current.CancellationToken);
        var (over, _, reason) = await RecipesRun.ToEnd(Command(6, "--resume"));
        Assert.Equal(1, over);
        Assert.Contains("context-05.safetensors is there, from an earlier training", reason, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(In("run", "context-05.safetensors"), TestContext.Current.CancellationToken));

        var (anew, _, trouble) = await RecipesRun.ToEnd([.. Command(2, "--overwrite").Select(word => word == "16" ? "20" : word)]);
        Assert.True(anew == 0, trouble);
        Assert.NotEqual(trained, await Bytes(In("run", "context-01.safetensors")));
    }

    // Weights whose training left no state: the shipped ones.
    [Fact]
    public async Task Train_OverWeightsWithoutAState_IsRefusedWithNoWordOfResuming()
    {
        Directory.CreateDirectory(In("run"));
        foreach (var job in new[] { "classifier", "ddpm" })
        {
            await File.WriteAllTextAsync(In("run", $"{job}.safetensors"), "precious", TestContext.Current.CancellationToken);
            var (code, _, errors) = await RecipesRun.ToEnd("train", job, "--images", "20", "--epochs", "1", "--out", In("run"), "--logs", In("run", "logs"));
            Assert.Equal(1, code);
            Assert.Contains($"{job}.safetensors is there, from an earlier training. Write into another folder by --out.", errors, StringComparison.Ordinal);
            Assert.Equal("precious", await File.ReadAllTextAsync(In("run", $"{job}.safetensors"), TestContext.Current.CancellationToken));
        }
    }

    private static void Draw(string folder, int classes, int each, int size)
    {
        using var generator = new Generator(1);
        for (var c = 0; c < classes; c++)
        {
            var part = Path.Combine(folder, $"class-{c}");
            Directory.CreateDirectory(part);
            for (var i = 0; i < each; i++)
                PngFile.Save(Path.Combine(part, $"{i}.png"), randint(0, 255, [3, size, size], dtype: ScalarType.Byte, generator: generator));
        }
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
        Assert.DoesNotMatch($@"\b{Regex.Escape(Environment.MachineName)}\b", root.GetRawText());
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
