namespace Diffusion.Data;

/// <summary>Sprites to learn from and sprites kept apart: the course's own where a reader has put them, else the workbook's.</summary>
/// <param name="Training">What is learned from.</param>
/// <param name="HeldOut">What no training sees.</param>
/// <param name="Note">Whose they are, and what to know about them.</param>
public sealed record SpriteSets(ImageSet Training, ImageSet HeldOut, string Note)
{
    private const int HeldOutCount = 4_000;

    /// <summary>Loads the course's files if both are in a folder, and draws the workbook's sprites if not.</summary>
    /// <param name="folder">Where the course's files may lie; see <see cref="CourseSprites"/>.</param>
    /// <exception cref="InvalidDataException">A file of that name is not the course's.</exception>
    public static SpriteSets Load(string folder)
    {
        if (!CourseSprites.AreIn(folder))
            return new(Sprites.Training(), Sprites.HeldOut(HeldOutCount), "These are the workbook's own sprites.");
        var all = CourseSprites.Load(folder);
        var learned = all.Count - HeldOutCount;
        return new(all.Take(0, learned), all.Take(learned, HeldOutCount), $"These are the course's sprites, from {folder}. {CourseSprites.Note}");
    }
}
