namespace Diffusion.Tests.Storage;

/// <summary>Damages files in many places: a reader must answer with InvalidDataException or with something true.</summary>
internal static class Damage
{
    /// <summary>The file cut short: at every length near its ends, and at 200 lengths between.</summary>
    public static IEnumerable<byte[]> Truncations(byte[] file)
        => Places(file.Length, 200, edge: 300).Select(length => file[..length]);

    /// <summary>The file with one byte changed, in each of <paramref name="places"/> places and near both ends.</summary>
    public static IEnumerable<byte[]> Flips(byte[] file, int places, int seed)
    {
        var random = new Random(seed);
        foreach (var place in Places(file.Length, places, edge: 200))
        {
            var damaged = file.ToArray();
            damaged[place] ^= (byte)random.Next(1, 256);
            yield return damaged;
        }
    }

    /// <summary>Runs a reader; null if it refused the file as it should. Any other exception is a failure.</summary>
    public static T? Attempt<T>(Func<Stream, string, T> read, byte[] file)
        where T : class
    {
        try
        {
            return read(new MemoryStream(file), "damaged");
        }
        catch (InvalidDataException error)
        {
            Assert.StartsWith("damaged: ", error.Message, StringComparison.Ordinal);
            return null;
        }
    }

    private static IEnumerable<int> Places(int length, int count, int edge)
        => Enumerable.Range(0, Math.Min(edge, length))
            .Concat(Enumerable.Range(0, count).Select(i => (int)((long)i * length / count)))
            .Concat(Enumerable.Range(Math.Max(0, length - edge), Math.Min(edge, length)))
            .Distinct();
}
