namespace Diffusion.Sampling;

/// <summary>Choices of the steps that a path keeps: what <see cref="Sampler.Path"/> takes as its frames.</summary>
public static class Frames
{
    /// <summary>The sprite course's choice of steps: T, every 20th, and all below 8.</summary>
    /// <remarks>The course keeps what each of these steps leads to; a path keeps where it starts, and its end at 0.</remarks>
    /// <param name="steps">T, the number of steps of the schedule.</param>
    public static IEnumerable<int> OfTheCourse(int steps) =>
        Enumerable.Range(0, steps + 1).Reverse().Where(t => t == steps || t % 20 == 0 || t < 8);

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
