namespace Diffusion.Data;

/// <summary>The sprites of the course that this workbook follows: 89 400 pictures of 16×16, which state no licence and so are not shipped.</summary>
public static class CourseSprites
{
    /// <summary>Pictures i and i + 894 have the same label: the labels repeat.</summary>
    public const int LabelPeriod = 894;

    private static readonly KnownFile Images = new(
        "sprites_1788_16x16.npy", "61cf3b7e3184f57f2bc2bf5e75fbcf08ba379241f58966c62a9716ef581b2916", 68_659_328);

    private static readonly KnownFile Labels = new(
        "sprite_labels_nc_1788_16x16.npy", "b71222bd58b57cd99b1b92d830393e86ce215e0f69602f2c82aad1522f030ed7");

    /// <summary>What to tell a reader who uses these files.</summary>
    public static string Note { get; } =
        $"The course's labels repeat with period {LabelPeriod}: picture i and picture i + {LabelPeriod} have the same label.";

    /// <summary>Whether a folder holds both files, sound or not.</summary>
    /// <param name="folder">Where to look.</param>
    public static bool AreIn(string folder) => Images.IsIn(folder) && Labels.IsIn(folder);

    /// <summary>Reads the course's files, once their sizes and hashes are found right.</summary>
    /// <param name="folder">Where sprites_1788_16x16.npy and sprite_labels_nc_1788_16x16.npy lie.</param>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="InvalidDataException">A file is not the course's.</exception>
    public static ImageSet Load(string folder) => Load(folder, Images, Labels);

    internal static ImageSet Load(string folder, KnownFile images, KnownFile labels)
        => NpyImages.Load(images.Verified(folder), labels.Verified(folder), PixelRange.Bytes, Sprites.Classes);
}
