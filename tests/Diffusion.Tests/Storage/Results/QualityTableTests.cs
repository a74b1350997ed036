using Diffusion.Storage;

namespace Diffusion.Tests.Storage;

public class QualityTableTests
{
    private static QualityRow Row(string sampler, double steps, double frechet) => new()
    {
        Labels = new Dictionary<string, string> { ["sampler"] = sampler },
        Values = new Dictionary<string, double> { ["steps"] = steps, ["frechet"] = frechet },
        Inputs = $"{sampler}{steps}",
    };

    private static readonly QualityTable Table = new()
    {
        Title = "Quality by sampler",
        Note = "500 generated sprites each.",
        Reference = new Dictionary<string, double> { ["frechet"] = 0.25 },
        Rows = [Row("DDPM", 50, 3.5), Row("DDIM, η = 0", 10, 2), Row("DDPM", 10, 20.25), Row("DDIM, η = 0", 50, 1.125)],
    };

    [Fact]
    public void Load_OfWhatSaveWrote_IsTheSameTable()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("table.json");
        Table.Save(path);
        var loaded = QualityTable.Load(path);
        Assert.Equal(Table.ToString(), loaded.ToString());
        Assert.Equal(Table.Rows.Select(row => row.Inputs), loaded.Rows.Select(row => row.Inputs));
        Assert.Equal(0.25, loaded.Reference["frechet"]);
    }

    [Fact]
    public void Series_OfALabel_AreLinesFromTheSmallestUp()
    {
        var lines = Table.Series("sampler", "steps", "frechet");
        Assert.Equal(["DDPM", "DDIM, η = 0"], lines.Select(line => line.Name));
        Assert.Equal([10, 50], lines[0].X);
        Assert.Equal([20.25, 3.5], lines[0].Y);
    }

    [Fact]
    public void Series_OfANumberThatIsNotThere_ListsThoseThatAre()
    {
        var problem = Assert.Throws<ArgumentException>(() => Table.Series("sampler", "steps", "fid"));
        Assert.Contains("steps, frechet", problem.Message, StringComparison.Ordinal);
        Assert.Contains("sampler", Assert.Throws<ArgumentException>(() => Table.Rows[0].Label("x")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Table.Rows[0]["fid"]);
    }

    [Fact]
    public void ToString_OfATable_HasAlignedColumns()
    {
        var lines = Table.ToString().Split('\n');
        Assert.Equal("sampler      steps  frechet", lines[1]);
        Assert.Equal("DDPM            50      3.5", lines[2]);
        Assert.Equal("DDIM, η = 0     50    1.125", lines[5]);
    }

    [Fact]
    public void Load_OfAMissingOrAnotherFile_SaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("recipes quality",
            Assert.Throws<FileNotFoundException>(() => QualityTable.Load(folder.File("no.json"))).Message, StringComparison.Ordinal);
        foreach (var text in (string[])["", "[]", "{}", "null", "{\"title\": 3}"])
        {
            File.WriteAllText(folder.File("bad.json"), text);
            Assert.Throws<InvalidDataException>(() => QualityTable.Load(folder.File("bad.json")));
        }
    }
}
