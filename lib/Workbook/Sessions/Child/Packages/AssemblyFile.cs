using System.Reflection.PortableExecutable;

namespace Workbook.Sessions.Child.Packages;

/// <summary>Tells managed libraries from native ones.</summary>
internal static class AssemblyFile
{
    public static bool IsManaged(string path)
    {
        try
        {
            using var reader = new PEReader(File.OpenRead(path));
            return reader.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
