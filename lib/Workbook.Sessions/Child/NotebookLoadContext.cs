using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Workbook.Sessions.Child;

/// <summary>Holds the cells' code and the libraries that they name, apart from the host's own.</summary>
/// <remarks>
/// A library's folder answers first for what the library needs, managed and native; the runtime's own assemblies, and those
/// whose types pass between host and cell, are shared. So the host never fixes the versions that a notebook uses.
/// </remarks>
internal sealed class NotebookLoadContext() : AssemblyLoadContext("notebook")
{
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        typeof(NotebookLoadContext).Assembly.GetName().Name!,
        typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly.GetName().Name!,
    };

    private readonly List<string> _folders = [];

    /// <summary>From now on assemblies and native libraries are looked for in this folder too.</summary>
    public void AddFolder(string folder)
    {
        lock (_folders)
            if (!_folders.Contains(folder))
                _folders.Add(folder);
    }

    /// <summary>The file of that name in a known folder; null where there is none.</summary>
    public string? Find(string fileName)
    {
        lock (_folders)
            return _folders.Select(folder => Path.Combine(folder, fileName)).FirstOrDefault(File.Exists);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Shared.Contains(assemblyName.Name!) || Framework.Has(assemblyName))
            return null;
        return Find(assemblyName.Name + ".dll") is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var name in FileNames(unmanagedDllName))
            if (Find(name) is { } path)
                return NativeLibrary.Load(path);
        return 0;
    }

    private static IEnumerable<string> FileNames(string name)
    {
        var (prefix, suffix) = OperatingSystem.IsWindows() ? ("", ".dll")
            : OperatingSystem.IsMacOS() ? ("lib", ".dylib")
            : ("lib", ".so");
        return [name, name + suffix, prefix + name + suffix, prefix + name];
    }
}
