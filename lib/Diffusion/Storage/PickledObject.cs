namespace Diffusion.Storage;

/// <summary>What a pickle would make of a class that stands beside weights; nothing is made of it here but its name. Two of a class are two.</summary>
internal sealed class PickledObject(string @class)
{
    public string Class { get; } = @class;
}
