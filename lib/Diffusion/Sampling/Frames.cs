namespace Diffusion.Sampling;

/// <summary>Choices of the steps that a path keeps: what <see cref="Sampler.Path"/> takes as its frames.</summary>
public static class Frames
{
    /// <summary>Steps as equally spaced as can be, from T to 0.</summary>
    /// <param name="steps">T, the number of steps of the schedule.</param>
    /// <param name="count">The number of frames, in 2..T+1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public static IEnumerable<int> Spread(int steps, int count)
    {
        if (count < 2 || count > steps + 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"From T = {steps} to 0 there can be 2 to {steps + 1} frames.");
        return Enumerable.Range(0, count).Select(i => (int)((long)steps * (count - 1 - i) / (count - 1)));
    }
}
