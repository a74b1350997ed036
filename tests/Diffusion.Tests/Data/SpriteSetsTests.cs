using Diffusion.Data;

namespace Diffusion.Tests.Data;

public sealed class SpriteSetsTests
{
    [Fact]
    public void Load_WithoutTheCoursesFiles_DrawsTheWorkbooks()
    {
        var sets = SpriteSets.Load(Path.GetTempPath());

        Assert.Equal(Sprites.Training().Sha256, sets.Training.Sha256);
        Assert.Equal(Sprites.HeldOut().Sha256, sets.HeldOut.Sha256);
        Assert.Contains("workbook's own", sets.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WithFilesOfThoseNames_ChecksThem()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "sprites_1788_16x16.npy"), [1]);
            File.WriteAllBytes(Path.Combine(folder, "sprite_labels_nc_1788_16x16.npy"), [1]);

            var error = Assert.Throws<InvalidDataException>(() => SpriteSets.Load(folder));

            Assert.Contains("sprites_1788_16x16.npy", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
