namespace Diffusion.Data.Pixels;

/// <summary>The drawings of one file in the folder of that name, which travels inside the assembly.</summary>
/// <remarks>"[name]" begins a thing, an empty line ends a drawing of it, and '#' begins a comment.</remarks>
internal sealed class Drawings
{
    private readonly Dictionary<string, Art[]> _byName;

    private Drawings(string text)
    {
        var (found, name, rows) = (new List<(string Name, Art Art)>(), "", new List<string>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith('#')).Append(""))
        {
            if (line.StartsWith('['))
            {
                name = line.Trim('[', ']');
            }
            else if (line.Length > 0)
            {
                rows.Add(line);
            }
            else if (rows.Count > 0)
            {
                found.Add((name, new Art([.. rows])));
                rows.Clear();
            }
        }
        _byName = found.GroupBy(thing => thing.Name, thing => thing.Art).ToDictionary(thing => thing.Key, thing => thing.ToArray());
    }

    /// <summary>A thing's drawing: the first if there are several.</summary>
    public Art this[string name] => _byName[name][0];

    /// <summary>All drawings of a thing.</summary>
    public Art[] All(string name) => _byName[name];

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name without the ending.</param>
    public static Drawings Of(string file)
    {
        using var reader = new StreamReader(typeof(Drawings).Assembly.GetManifestResourceStream($"sprites/{file}.txt")!);
        return new(reader.ReadToEnd());
    }
}
