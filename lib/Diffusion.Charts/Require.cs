namespace Diffusion.Charts;

/// <summary>Refuses what cannot be drawn, and says why.</summary>
internal static class Require
{
    /// <summary>The items, of which there must be at least one.</summary>
    public static T[] Some<T>(IEnumerable<T> items, string name)
    {
        ArgumentNullException.ThrowIfNull(items, name);
        T[] all = [.. items];
        return all.Length > 0 ? all : throw new ArgumentException(
            "There is nothing to draw: the sequence is empty.",
            name);
    }

    /// <summary>Two lengths that must agree.</summary>
    public static void Same(int first, int second, string what, string name)
    {
        if (first != second)
            throw new ArgumentException($"{what} must agree: got {first} and {second}.", name);
    }
}
