namespace Diffusion.Schedules;

/// <summary>The formulas behind <see cref="NoiseSchedule"/>'s factories, and the one check that every table passes.</summary>
internal static class Betas
{
    private const double SmallestSignal = 1.17549435e-38;          // the smallest normal number of float32

    public static IEnumerable<double> Linear(int steps, double first, double last) =>
        Range(steps).Select(i => Between(first, last, i, steps));

    public static IEnumerable<double> Sigmoid(int steps, double low, double high) =>
        Range(steps).Select(i => (high - low) / (1 + Math.Exp(-Between(-6, 6, i, steps))) + low);

    public static IEnumerable<double> Cosine(int steps, double offset, double largest)
    {
        if (!(offset >= 0))
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "The offset s must be 0 or more; 0.008 is usual.");
        if (!(largest > 0 && largest < 1))
            throw new ArgumentOutOfRangeException(nameof(largest), largest, "The largest beta must lie in (0, 1); 0.999 is usual.");
        double Root(int t) => Math.Cos(((double)t / steps + offset) / (1 + offset) * Math.PI / 2);   // √ᾱ_t up to a constant
        return Range(steps).Select(i => Math.Min(1 - Root(i + 1) * Root(i + 1) / (Root(i) * Root(i)), largest));
    }

    public static double[] Checked(IEnumerable<double> betas)
    {
        ArgumentNullException.ThrowIfNull(betas);
        double[] values = [.. betas];
        if (values.Length == 0)
            throw new ArgumentException("A schedule needs at least one beta; there is none.", nameof(betas));
        for (var i = 0; i < values.Length; i++)
            if (!(values[i] > 0 && values[i] < 1))
                throw new ArgumentException(FormattableString.Invariant(
                    $"β at index {i} (step {i + 1} of {values.Length}) is {values[i]}; every beta must lie in (0, 1)."), nameof(betas));
        RequireUsable(values);
        return values;
    }

    // Samplers divide by √ᾱ_t and by √(1 − ᾱ_t), in float32.
    private static void RequireUsable(double[] betas)
    {
        if (1 - betas[0] == 1)
            throw new ArgumentException(FormattableString.Invariant($"β₁ = {betas[0]} adds no noise that numbers can tell; take at least 1e-15."), nameof(betas));
        var left = betas.Aggregate(1.0, (product, beta) => product * (1 - beta));
        if (Math.Sqrt(left) < SmallestSignal)
            throw new ArgumentException(FormattableString.Invariant(
                $"After all {betas.Length} steps √ᾱ_T is {Math.Sqrt(left):g3}, too little to divide by; take smaller betas or fewer steps."), nameof(betas));
    }

    private static double Between(double first, double last, int i, int steps) =>
        steps == 1 ? first : first + i * ((last - first) / (steps - 1));

    private static IEnumerable<int> Range(int steps) => steps >= 1 ? Enumerable.Range(0, steps)
        : throw new ArgumentOutOfRangeException(nameof(steps), steps, "A schedule needs at least one step.");
}
