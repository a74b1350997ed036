using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Workbook.Sessions.Child;

/// <summary>Finds what <c>#r</c> names, and what that needs in turn, for the compiler and for the loader alike.</summary>
internal sealed class ReferenceResolver(string folder, NotebookLoadContext context) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _references = new();

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        // A loaded file's packages were restored before it was read; the compiler wants a library to stand for them.
        if (reference.TrimStart().StartsWith("nuget", StringComparison.OrdinalIgnoreCase) && reference.Contains(':', StringComparison.Ordinal))
            return [Reference(typeof(object).Assembly.Location)];
        if (Locate(reference, baseFilePath) is not { } path)
            return [];
        context.AddFolder(Path.GetDirectoryName(path)!);
        return [Reference(path)];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        (context.Find(referenceIdentity.Name + ".dll") ?? Framework.Find(referenceIdentity.Name)) is { } path
            ? Reference(path)
            : null;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    // A loaded file's own folder comes before the notebook's; a bare name may also be one of the runtime's assemblies.
    private string? Locate(string reference, string? baseFilePath)
    {
        var folders = new[] { Path.GetDirectoryName(baseFilePath), folder };
        var found = folders
            .Where(candidate => !string.IsNullOrEmpty(candidate))
            .Select(candidate => Path.GetFullPath(Path.Combine(candidate!, reference)))
            .FirstOrDefault(File.Exists);
        return found ?? Framework.Find(reference);
    }

    private PortableExecutableReference Reference(string path) =>
        _references.GetOrAdd(path, static file => MetadataReference.CreateFromFile(file));
}
