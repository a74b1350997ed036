using System.Text.Json;
using System.Text.RegularExpressions;
using Diffusion.Models;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Tests.Quality;

public sealed class QualityCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recipes-tests-");

    public QualityCommandTests()
    {
        using var generator = new Generator(1);
        using var classifier = new SpriteClassifier(generator: generator);
        classifier.SaveWeights(Weights("classifier"));
    }

    private string TablePath => Path.Combine(_folder.FullName, "quality", "epochs.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Quality_OfWeightsThatComeLater_MeasuresOnlyWhatIsNew()
    {
        SaveUntrained("unconditional-00", 1);
        SaveUntrained("unconditional-04", 2);
        var (code, _, errors) = await Measure("3");
        Assert.Equal(1, code);
        Assert.Contains("unconditional-08.safetensors does not exist", errors, StringComparison.Ordinal);
        var first = QualityTable.Load(TablePath);
        Assert.Equal([0, 4], first.Rows.Select(row => row["epoch"]));

        SaveUntrained("unconditional-04", 3);
        SaveUntrained("unconditional-08", 4);
        SaveUntrained("unconditional-31", 5);
        (code, _, errors) = await Measure("3");
        Assert.True(code == 0, errors);
        var second = QualityTable.Load(TablePath);
        Assert.Equal([0, 4, 8, 31], second.Rows.Select(row => row["epoch"]));
        Assert.All(second.Rows, row => Assert.True(row["frechet"] > 0 && row["diversity"] > 0 && row["samples"] == 3));
        // The seconds of a row measured anew would differ.
        Assert.Equal((first.Rows[0].Inputs, first.Rows[0]["seconds"]), (second.Rows[0].Inputs, second.Rows[0]["seconds"]));
        Assert.NotEqual(first.Rows[1].Inputs, second.Rows[1].Inputs);
        RequireProvenance(second.Provenance!.Value);
    }

    [Fact]
    public async Task Quality_Stopped_KeepsTheRowsThatAreDone()
    {
        foreach (var epoch in (string[])["00", "04", "08", "31"]) SaveUntrained($"unconditional-{epoch}", 1);
        using var run = new RecipesRun(Arguments("100"));
        while (!File.Exists(TablePath))
        {
            Assert.False(run.HasExited, "The measuring ended before it could be stopped.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        await run.Terminate();
        var (code, _, errors) = await run.Finish();
        Assert.Equal(130, code);
        Assert.Contains("are kept", errors, StringComparison.Ordinal);
        Assert.InRange(QualityTable.Load(TablePath).Rows.Count, 1, 3);
    }

    [Fact]
    public async Task Quality_ThatFailsOnTheWay_KeepsTheLaterRowsOfARunBefore()
    {
        foreach (var epoch in (string[])["00", "04", "08", "31"]) SaveUntrained($"unconditional-{epoch}", 1);
        Assert.Equal(0, (await Measure("3")).ExitCode);
        File.WriteAllText(Weights("unconditional-04"), "damaged");
        var (code, _, errors) = await Measure("3");
        Assert.Equal(1, code);
        Assert.Contains("unconditional-04", errors, StringComparison.Ordinal);
        Assert.Equal([0, 8, 31], QualityTable.Load(TablePath).Rows.Select(row => row["epoch"]));
    }

    [Fact]
    public async Task Quality_OfOneClassAskedFor_CountsEachClass()
    {
        SaveUntrained("context-31", 1);
        var (code, _, errors) = await RecipesRun.ToEnd(["quality", "context", .. Options("5")]);
        Assert.True(code == 0, errors);
        var table = QualityTable.Load(Path.Combine(_folder.FullName, "quality", "context.json"));
        Assert.Superset(new HashSet<double> { 0, 1, 2, 4 }, table.Rows.Select(row => row["weight"]).ToHashSet());
        foreach (var row in table.Rows)
        {
            double[] classes = [.. row.Values.Where(entry => entry.Key.StartsWith("accuracy of ", StringComparison.Ordinal)).Select(entry => entry.Value)];
            Assert.Equal(5, classes.Length);
            Assert.Equal(row["accuracy"], classes.Average(), 1e-12);
        }
    }

    [Fact]
    public async Task Quality_OfTargets_TrainsEveryVariantOnce()
    {
        string[] arguments = ["quality", "targets", "--images", "20", .. Options("3")];
        var (code, _, errors) = await RecipesRun.ToEnd(arguments);
        Assert.True(code == 0, errors);
        var table = QualityTable.Load(Path.Combine(_folder.FullName, "quality", "targets.json"));
        Assert.Equal(table.Rows.Count, table.Rows.Select(row => (row.Label("schedule"), row.Label("target"), row.Label("weighting"), row["seed"])).Distinct().Count());
        Assert.Equal(table.Rows.Count, table.Rows.Select(row => row["frechet"]).Distinct().Count());
        Assert.Superset(new HashSet<string> { "noise", "image", "velocity" }, table.Rows.Select(row => row.Label("target")).ToHashSet());

        (code, _, errors) = await RecipesRun.ToEnd(arguments);
        Assert.True(code == 0, errors);
        var again = QualityTable.Load(Path.Combine(_folder.FullName, "quality", "targets.json"));
        Assert.Equal(table.Rows.Select(row => row["seconds"]), again.Rows.Select(row => row["seconds"]));
    }

    [Fact]
    public async Task Quality_AskedForWhatCannotBe_SaysWhat()
    {
        var (code, _, errors) = await RecipesRun.ToEnd("quality", "cats");
        Assert.Equal(2, code);
        Assert.Contains("There is no table 'cats'", errors, StringComparison.Ordinal);
        File.Delete(Weights("classifier"));
        (code, _, errors) = await Measure("3");
        Assert.Equal(1, code);
        Assert.Contains("recipes train classifier", errors, StringComparison.Ordinal);
    }

    private static void RequireProvenance(JsonElement provenance)
    {
        Assert.Equal("recipes quality epochs --seed 0 --samples 3", provenance.GetProperty("command").GetString());
        Assert.Equal(4000, provenance.GetProperty("data").GetProperty("count").GetInt32());
        var weights = provenance.GetProperty("options").GetProperty("weights");
        Assert.Equal(64, weights.GetProperty("unconditional-31.safetensors").GetString()!.Length);
        Assert.Equal(64, weights.GetProperty("classifier.safetensors").GetString()!.Length);
        Assert.DoesNotMatch($@"\b{Regex.Escape(Environment.MachineName)}\b", provenance.GetRawText());
    }

    private string[] Options(string samples) =>
        ["--samples", samples, "--threads", "1", "--weights", _folder.FullName, "--out", Path.Combine(_folder.FullName, "quality")];

    private string[] Arguments(string samples) => ["quality", "epochs", .. Options(samples)];

    private Task<(int ExitCode, string Output, string Errors)> Measure(string samples) => RecipesRun.ToEnd(Arguments(samples));

    private string Weights(string name) => Path.Combine(_folder.FullName, $"{name}.safetensors");

    private void SaveUntrained(string name, ulong seed)
    {
        using var generator = new Generator(seed);
        using var unet = new ContextUnet(generator: generator);
        unet.SaveWeights(Weights(name));
    }
}
