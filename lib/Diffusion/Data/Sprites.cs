using Diffusion.Data.Pixels;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>The workbook's own pixel art: 16×16 sprites on white in the course's five classes, drawn from a seed, no two alike.</summary>
/// <remarks>A seed draws the same bytes on every machine. Classes are balanced, and so are the kinds within each class.</remarks>
public static class Sprites
{
    private const int TrainingSeed = 1;
    private const int HeldOutSeed = 2;
    private const int HeldOutPart = 6;

    /// <summary>The classes, in the course's order.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["hero", "non-hero", "food", "spell", "side-facing"];

    /// <summary>What is drawn, class by class: "knight", "slime", "apple" and so on.</summary>
    public static IReadOnlyList<string> KindNames { get; } = [.. SpriteBatch.Families.SelectMany(family => family).Select(kind => kind.Name)];

    /// <summary>Bob, always the same friendly hero: a set of one.</summary>
    public static ImageSet Bob
    {
        get
        {
            var pixels = new byte[SpriteBatch.Bytes];
            var canvas = new Canvas16();
            Heroes.Villager(canvas, HeroLook.Bob);
            canvas.CopyTo(pixels);
            return Pack(new SpriteBatch(pixels, [0], [Array.FindIndex(Heroes.Kinds, kind => kind.Name == "villager")]));
        }
    }

    /// <summary>Draws distinct sprites, shuffled.</summary>
    /// <param name="count">N, how many.</param>
    /// <param name="seed">Other seeds draw other sprites.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or more than there are distinct sprites.</exception>
    public static ImageSet Draw(int count, int seed) => Pack(SpriteBatch.Draw(count, seed, _ => true));

    /// <summary>The sprites to learn from.</summary>
    /// <param name="count">N, how many; fewer are a part of more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or more than there are distinct sprites.</exception>
    public static ImageSet Training(int count = 32_000) => Pack(SpriteBatch.Draw(count, TrainingSeed, hash => !IsHeldOut(hash)));

    /// <summary>Sprites to measure with: none of them is in <see cref="Training"/>, however many are drawn.</summary>
    /// <param name="count">N, how many; fewer are a part of more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or more than there are distinct sprites.</exception>
    public static ImageSet HeldOut(int count = 4_000) => Pack(SpriteBatch.Draw(count, HeldOutSeed, IsHeldOut));

    // A picture's own hash decides which set may have it, so both are disjoint without knowing of each other.
    private static bool IsHeldOut(ulong hash) => hash % HeldOutPart == 0;

    private static ImageSet Pack(SpriteBatch batch)
    {
        var count = batch.Labels.Length;
        var pixels = new StoredTensor(ScalarType.Byte, [count, 3, Canvas16.Size, Canvas16.Size], batch.Pixels).ToTensor();
        return new ImageSet(pixels, tensor(batch.Labels), Classes, tensor(batch.Kinds), KindNames);
    }
}
