using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>Names of a module's components.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The name under which a module registers a field: its <see cref="ComponentNameAttribute"/>'s, else its own.</summary>
    /// <param name="field">A field of a module.</param>
    public static string ComponentName(this FieldInfo field) =>
        field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
