namespace TorchSharp;

public static partial class torch
{
    /// <summary>A draw from the uniform distribution over [0, 1).</summary>
    public static double rand_float(Generator? generator = null)
    {
        using var draw = rand([1], float64, generator: generator);
        return draw.item<double>();
    }

    /// <summary>A draw from the standard normal distribution.</summary>
    public static double randn_float(Generator? generator = null)
    {
        using var draw = randn([1], float64, generator: generator);
        return draw.item<double>();
    }

    /// <summary>A whole number drawn from [low, high).</summary>
    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var draw = randint(low, high, new long[] { 1 }, generator: generator);
        return draw.item<long>();
    }

    /// <summary>A whole number drawn from [0, high).</summary>
    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    /// <summary>A whole number drawn from [low, high).</summary>
    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    /// <summary>A whole number drawn from [0, high).</summary>
    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    /// <summary>A coin toss.</summary>
    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;
}
