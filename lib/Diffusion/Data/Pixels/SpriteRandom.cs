namespace Diffusion.Data.Pixels;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): whole numbers only, so that a seed draws the same sprites everywhere.</summary>
internal sealed class SpriteRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below the limit.</summary>
    public int Next(int limit) => (int)Math.BigMul(NextBits(), (ulong)limit, out _);

    /// <summary>One of several, each as likely.</summary>
    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Next(choices.Length)];

    /// <summary>One of several, each as likely.</summary>
    public T Pick<T>(T[] choices) => choices[Next(choices.Length)];

    /// <summary>A colour that differs from those taken; one of the choices must.</summary>
    public Ramp Other(Ramp[] choices, params ReadOnlySpan<Ramp> taken)
    {
        var ramp = Pick(choices);
        while (taken.Contains(ramp)) ramp = Pick(choices);
        return ramp;
    }

    /// <summary>True this often of a hundred times.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
