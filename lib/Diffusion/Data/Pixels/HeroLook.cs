namespace Diffusion.Data.Pixels;

/// <summary>All that makes one hero differ from another.</summary>
internal readonly record struct HeroLook(
    Ramp Skin, Ramp Hair, Ramp Cloth, Ramp Trim, Ramp Metal, Ramp Wood, int Style, bool Beard, bool Extra)
{
    /// <summary>Fair hair, a blue tunic, a red belt.</summary>
    public static HeroLook Bob { get; } = new(
        Ramps.Skin[0], Ramps.Hair[2], Ramps.Blue, Ramps.Red, Ramps.Steel, Ramps.Brown, Style: 0, Beard: false, Extra: false);

    /// <summary>Each drawn independently of the others.</summary>
    public static HeroLook From(SpriteRandom random)
    {
        var cloth = random.Pick(Ramps.Cloth);
        return new(
            random.Pick(Ramps.Skin), random.Pick(Ramps.Hair), cloth, random.Other(Ramps.Cloth, cloth), random.Pick(Ramps.Metal),
            random.Pick(Ramps.Wood), random.Next(Heroes.HairStyles), random.Chance(30), random.Chance(50));
    }

    /// <summary>The same with hair that fits under a hat: short or long.</summary>
    public HeroLook UnderHat => this with { Style = Style % 2 };
}
