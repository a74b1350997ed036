using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbook.Sessions.Formatting;

/// <summary>Writes an object of a library as that library would, by the Newtonsoft.Json that it references.</summary>
/// <remarks>But for numbers that JSON lacks: left to itself it writes the words "NaN" and "Infinity", where a gap is meant.</remarks>
internal static partial class NewtonsoftJson
{
    private const string AssemblyName = "Newtonsoft.Json";

    /// <param name="value">The object.</param>
    /// <param name="library">The library whose object it is.</param>
    public static JsonNode? Write(object? value, Assembly library)
    {
        var name = library.GetReferencedAssemblies().First(reference => reference.Name == AssemblyName);
        var json = AssemblyLoadContext.GetLoadContext(library)!.LoadFromAssemblyName(name);
        var settingsType = json.GetType($"{AssemblyName}.JsonSerializerSettings", throwOnError: true)!;
        var settings = Activator.CreateInstance(settingsType)!;
        Set("ReferenceLoopHandling", "Serialize");
        Set("FloatFormatHandling", "Symbol");
        var write = json.GetType($"{AssemblyName}.JsonConvert", throwOnError: true)!.GetMethod("SerializeObject", [typeof(object), settingsType])!;
        return JsonNode.Parse(WithoutSymbols((string)write.Invoke(null, [value, settings])!));

        void Set(string property, string option)
        {
            var place = settingsType.GetProperty(property)!;
            place.SetValue(settings, Enum.Parse(place.PropertyType, option));
        }
    }

    /// <summary>The text with null for every NaN and Infinity outside of strings.</summary>
    internal static string WithoutSymbols(string json) =>
        TextOrSymbol().Replace(json, match => match.Value[0] == '"' ? match.Value : "null");

    [GeneratedRegex("""("(?:[^"\\]|\\.)*")|NaN|-?Infinity""")]
    private static partial Regex TextOrSymbol();
}
