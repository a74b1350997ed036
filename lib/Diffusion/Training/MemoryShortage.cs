namespace Diffusion.Training;

/// <summary>Tells a want of memory from other failures: the tensor engine only says so in words.</summary>
internal static class MemoryShortage
{
    private static readonly string[] Words = ["out of memory", "can't allocate memory", "not enough memory"];

    public static bool Is(Exception problem) => problem is OutOfMemoryException
        || Words.Any(words => problem.Message.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>What to do about it.</summary>
    public static InvalidOperationException Explained(Exception problem, int batch, long[] picture) => new(
        $"Memory ran out in a batch of {batch} pictures {Shapes.Text(picture)}. Take a smaller batch or a narrower network; smaller pictures help "
        + "most, as attention grows with the fourth power of their height.", problem);
}
