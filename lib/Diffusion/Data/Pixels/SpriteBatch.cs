namespace Diffusion.Data.Pixels;

/// <summary>Sprites as bytes [N, 3, 16, 16], with the class and the kind of each.</summary>
internal sealed record SpriteBatch(byte[] Pixels, long[] Labels, long[] Kinds)
{
    /// <summary>Bytes of one sprite.</summary>
    public const int Bytes = 3 * Canvas16.Size * Canvas16.Size;

    private const int Tries = 2000;

    /// <summary>The kinds of each class, in the classes' order.</summary>
    public static readonly SpriteKind[][] Families = [Heroes.Kinds, Creatures.Kinds, Foods.Kinds, Spells.Kinds, Profiles.Kinds];

    /// <summary>Draws sprites, no two alike: class by class and kind by kind in turn, then shuffled.</summary>
    /// <param name="count">How many; fewer are a part of more.</param>
    /// <param name="seed">Other seeds draw other sprites.</param>
    /// <param name="belongs">Which sprites may be taken, by their hash.</param>
    public static SpriteBatch Draw(int count, int seed, Predicate<ulong> belongs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / Bytes);
        var batch = new SpriteBatch(new byte[count * Bytes], new long[count], new long[count]);
        var (random, canvas, seen) = (new SpriteRandom((ulong)seed), new Canvas16(), new HashSet<ulong>(count));
        foreach (var (number, place) in Shuffled(count, seed).Index())
        {
            var label = number % Families.Length;
            var kind = number / Families.Length % Families[label].Length;
            batch.Labels[place] = label;
            batch.Kinds[place] = Families[..label].Sum(family => family.Length) + kind;
            if (!TryDraw(Families[label][kind], canvas, random, batch.Pixels.AsSpan(place * Bytes, Bytes), hash => belongs(hash) && seen.Add(hash)))
                throw new ArgumentOutOfRangeException(nameof(count), count,
                    $"There are not as many distinct sprites of the kind {Families[label][kind].Name}; draw fewer.");
        }
        return batch;
    }

    private static bool TryDraw(SpriteKind kind, Canvas16 canvas, SpriteRandom random, Span<byte> picture, Predicate<ulong> isNew)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            canvas.Clear();
            kind.Draw(canvas, random);
            canvas.CopyTo(picture);
            if (isNew(Hash(picture))) return true;
        }
        return false;
    }

    // FNV-1a (Fowler, Noll and Vo), its high bits folded in as the choice of sets looks at a remainder.
    private static ulong Hash(ReadOnlySpan<byte> picture)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var value in picture)
            hash = (hash ^ value) * 0x100000001B3;
        return hash ^ (hash >> 32);
    }

    private static int[] Shuffled(int count, int seed)
    {
        var random = new SpriteRandom(~(ulong)seed);
        var places = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            var other = random.Next(last + 1);
            (places[last], places[other]) = (places[other], places[last]);
        }
        return places;
    }
}
