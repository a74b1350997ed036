namespace Diffusion.Storage;

/// <summary>The one way this folder refuses a file: which file, what is wrong and where, what to do.</summary>
internal static class BadFile
{
    public static InvalidDataException Error(string name, string problem, string remedy, Exception? cause = null)
        => new($"{name}: {problem}. {remedy}.", cause);

    public static InvalidDataException Truncated(string name, string place, long expected, long found)
        => Error(name, $"{place} needs {expected} bytes, but the file has only {found} there",
            "The file was cut short; copy or download it again");
}
