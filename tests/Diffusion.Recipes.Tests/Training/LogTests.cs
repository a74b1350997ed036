using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Tests.Training;

/// <summary>Where trainings log: each in a folder of its own, for TensorBoard draws all events of a folder as one run.</summary>
public sealed class LogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recipes-tests-");

    public LogTests() => NpyFile.Save(In("digits.npy"), zeros([4, 8, 8], dtype: ScalarType.Byte));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Train_IntoAnothersLog_IsRefusedUnlessItIsResumed()
    {
        await Done(Ddpm("first", 1, "--logs", In("log")));
        var (code, _, errors) = await RecipesRun.ToEnd(Ddpm("second", 1, "--logs", In("log")));
        Assert.Equal(1, code);
        Assert.Contains("holds the log of another training, and TensorBoard would draw the two as one. Name another folder by --logs.", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("second")));
        Assert.Single(Events("log"));

        await Done(Ddpm("second", 1, "--logs", In("log-2")));
        var (other, _, why) = await RecipesRun.ToEnd(Ddpm("first", 2, "--resume", "--logs", In("log-2")));
        Assert.Equal(1, other);
        Assert.Contains($"the log of the training that is resumed is in {In("log")}, and goes on there without --logs", why, StringComparison.Ordinal);

        await Done(Ddpm("first", 2, "--resume"));                  // as that message says
        await Done(Ddpm("first", 3, "--resume", "--logs", In("log")));
        Assert.Equal(3, Events("log").Length);
        Assert.Single(Events("log-2"));
        var (anew, _, _) = await RecipesRun.ToEnd(Ddpm("first", 1, "--overwrite", "--logs", In("log")));
        Assert.Equal(1, anew);
        Assert.Equal(3, Events("log").Length);
    }

    [Fact]
    public async Task Train_DdpmWithoutAFolderForLogs_TakesOneOfItsOwn()
    {
        await Done(Ddpm("first", 1), _folder.FullName);
        Assert.Contains("The log goes to artifacts/runs/ddpm-2.", await Done(Ddpm("second", 1), _folder.FullName), StringComparison.Ordinal);
        Assert.Contains("The log goes to artifacts/runs/ddpm.", await Done(Ddpm("first", 2, "--resume"), _folder.FullName), StringComparison.Ordinal);
        Assert.Contains("The log goes to artifacts/runs/ddpm-3.", await Done(Ddpm("first", 1, "--overwrite"), _folder.FullName), StringComparison.Ordinal);
        Assert.Equal([2, 1, 1], new[] { "ddpm", "ddpm-2", "ddpm-3" }.Select(run => Events(Path.Combine("artifacts", "runs", run)).Length));
    }

    private static async Task<string> Done(string[] command, string? where = null)
    {
        var (code, said, problem) = await RecipesRun.ToEndIn(where, command);
        Assert.True(code == 0, problem);
        return said;
    }

    private string[] Ddpm(string run, int epochs, params string[] more) =>
        ["train", "ddpm", "--data", In("digits.npy"), "--width", "4", "--epochs", $"{epochs}", "--batch", "4", "--threads", "1", "--out", In(run), .. more];

    private string[] Events(string log) => Directory.GetFiles(In(log), "events.out.tfevents.*");

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
