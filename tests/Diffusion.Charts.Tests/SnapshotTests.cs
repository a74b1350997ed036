using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests;

/// <summary>
/// The JSON of small figures, word for word. With UPDATE_SNAPSHOTS=1 in the environment the files are written anew:
/// read the difference before it is committed.
/// </summary>
public sealed partial class SnapshotTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("scatter-sets")]
    [InlineData("strip")]
    [InlineData("lines")]
    [InlineData("loss")]
    [InlineData("histogram")]
    [InlineData("density")]
    [InlineData("heatmap")]
    [InlineData("bars")]
    [InlineData("schedules")]
    [InlineData("animation")]
    [InlineData("image-rows")]
    [InlineData("image-animation-pair")]
    [InlineData("unet")]
    public void Figure_AsJson_IsAsItWas(string name)
    {
        var json = Samples.Figures().Single(sample => sample.Name == name).Figure.ToJson();
        var now = Picture().Replace(JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable), "(picture)") + "\n";
        var file = Path.Combine(Folder(), name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, now);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), now.ReplaceLineEndings("\n"));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Snapshots");

    // What a compressor makes of a picture differs between versions; the pictures have tests of their own.
    [GeneratedRegex("(?<=base64,)[A-Za-z0-9+/=]+")]
    private static partial Regex Picture();
}
