using System.Text;

namespace Workbook.Documents;

/// <summary>Files that are either there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes aside, then renames, so that a reader or a power cut never meets half a file.</summary>
    public static void WriteText(string path, string text)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var aside = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(aside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(aside, full, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
