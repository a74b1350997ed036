namespace Diffusion.Data.Pixels;

/// <summary>One kind of sprite, such as a slime or an apple, and how it is drawn.</summary>
internal sealed record SpriteKind(string Name, Action<Canvas16, SpriteRandom> Draw)
{
    /// <summary>A thing in one of its drawings, centred, in materials that differ from each other.</summary>
    public static SpriteKind Of(string name, Drawings drawings, params Ramp[][] materials) => new(name, (canvas, random) =>
    {
        var art = random.Pick(drawings.All(name));
        var ramps = new Ramp[materials.Length];
        for (var i = 0; i < ramps.Length; i++)
            ramps[i] = random.Other(materials[i], ramps.AsSpan(0, i));
        canvas.Draw(art, (Canvas16.Size - art.Width) / 2, (Canvas16.Size - art.Height) / 2, ramps);
        canvas.Outline();
    });
}
