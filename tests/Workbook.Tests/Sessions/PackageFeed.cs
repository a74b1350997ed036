using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Tests.Sessions;

/// <summary>A folder of NuGet packages made on the spot.</summary>
internal static class PackageFeed
{
    /// <summary>Packs a library of one source file.</summary>
    /// <param name="folder">The feed.</param>
    /// <param name="id">The package's id and the library's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="code">The library.</param>
    /// <param name="dependency">The package it needs, with the version.</param>
    /// <param name="native">A native library to bring along, by the name it is to have.</param>
    /// <returns>What others compile against.</returns>
    public static MetadataReference Pack(
        string folder, string id, string version, string code, (string Id, string Version, MetadataReference Reference)? dependency = null, string? native = null)
    {
        using var library = new MemoryStream();
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        MetadataReference[] references = [.. new[] { "System.Runtime.dll", "System.Private.CoreLib.dll", "System.Runtime.InteropServices.dll" }
            .Select(file => MetadataReference.CreateFromFile(Path.Combine(runtime, file)))];
        var emitted = CSharpCompilation.Create(
            id, [CSharpSyntaxTree.ParseText(code)], dependency is { Reference: var other } ? [.. references, other] : references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(library);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));

        var needs = dependency is { } needed ? $"<dependency id=\"{needed.Id}\" version=\"{needed.Version}\" />" : "";
        using var archive = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        Write(archive, $"{id}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
            <id>{id}</id><version>{version}</version><authors>tests</authors><description>For a test.</description>
            <dependencies><group targetFramework="net8.0">{needs}</group></dependencies></metadata></package>
            """));
        Write(archive, $"lib/net8.0/{id}.dll", library.ToArray());
        if (native is not null)
            Write(archive, $"runtimes/linux-x64/native/{native}", File.ReadAllBytes(Path.Combine(runtime, "libSystem.Native.so")));
        return MetadataReference.CreateFromImage(library.ToArray());
    }

    private static void Write(ZipArchive archive, string name, byte[] bytes)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
