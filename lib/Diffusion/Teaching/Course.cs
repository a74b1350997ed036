using Diffusion.Training;

namespace Diffusion.Teaching;

/// <summary>What the sprite course does otherwise than its papers, here to be compared with them.</summary>
public static class Course
{
    /// <summary>
    /// x_t = √ᾱ_t x₀ + (1 − ᾱ_t) ε, the course's slip: far too little noise at small t, so that the network is trained
    /// on pictures that sampling never meets.
    /// </summary>
    public static Perturbation MistakenNoise { get; } = new("CourseMistake", scale => scale.square());

    /// <summary>The course's choice of the steps that a path keeps: T, every 20th, and all below 8.</summary>
    /// <remarks>The course keeps what each of these steps leads to; a path keeps where it starts, and its end at 0.</remarks>
    /// <param name="steps">T, the number of steps of the schedule.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no step.</exception>
    public static IEnumerable<int> Frames(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return Enumerable.Range(0, steps + 1).Reverse().Where(t => t == steps || t % 20 == 0 || t < 8);
    }
}
