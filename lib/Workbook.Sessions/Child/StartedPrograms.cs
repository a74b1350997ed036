using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Workbook.Sessions.Child;

/// <summary>The programs that a session's cells have started, which end with it.</summary>
/// <remarks>
/// Only Linux tells whose child a process is. Elsewhere, and where a program has cut itself loose from those that started
/// it, it stays.
/// </remarks>
internal static class StartedPrograms
{
    private const string Processes = "/proc";

    /// <summary>Ends them, and what they have started. It never throws: the session ends whatever becomes of them.</summary>
    public static void End()
    {
        foreach (var id in Children())
            End(id);
    }

    private static List<int> Children()
    {
        try
        {
            return OperatingSystem.IsLinux()
                ? [.. Directory.EnumerateDirectories(Processes).Select(Id).OfType<int>().Where(id => Parent(id) == Environment.ProcessId)]
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void End(int id)
    {
        try
        {
            using var program = Process.GetProcessById(id);
            program.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or is another user's by now.
        }
    }

    private static int? Id(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    // "id (name) state parent …", where the name may hold anything.
    private static int? Parent(int id)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(Processes, id.ToString(CultureInfo.InvariantCulture), "stat"));
            return int.Parse(text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
