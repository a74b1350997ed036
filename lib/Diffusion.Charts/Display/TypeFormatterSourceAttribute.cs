namespace Diffusion.Charts.Display;

/// <summary>
/// Names the class that makes formatters for the type it stands on. Notebook hosts find it by this very name,
/// so that a displayed type needs no reference to any host.
/// </summary>
/// <param name="formatterSourceType">A type with a public constructor and a method
/// <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types of the bundle, best first.</summary>
    public string[] PreferredMimeTypes { get; init; } = [];
}
