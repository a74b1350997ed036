namespace Diffusion.Charts.Display;

/// <summary>Writes an object as one MIME type; the shape by which notebook hosts know a formatter.</summary>
/// <typeparam name="T">The type written.</typeparam>
/// <param name="mimeType">The MIME type.</param>
/// <param name="render">Gives the text.</param>
public sealed class MimeFormatter<T>(string mimeType, Func<T, string> render)
{
    /// <summary>The MIME type that this formatter writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>The type that this formatter takes.</summary>
    public Type Type { get; } = typeof(T);

    /// <summary>Writes the object, if it is of the right type.</summary>
    /// <param name="instance">What is to be shown.</param>
    /// <param name="writer">Where it is written.</param>
    /// <returns>Whether it was written.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (instance is not T value)
            return false;
        writer.Write(render(value));
        return true;
    }
}

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
