using System.Diagnostics;
using System.Globalization;
using Workbook.Base;

namespace Workbook.Setup;

/// <summary>A file that stands while a build runs and names its process, so that the next run finds out what an interrupted one left.</summary>
internal sealed class BuildMark(string path)
{
    public void Set(Process build) => Aside.WriteText(
        path, string.Create(CultureInfo.InvariantCulture, $"{build.Id} {build.StartTime.ToUniversalTime().Ticks}"));

    public void Clear() => File.Delete(path);

    /// <summary>Whether a build was interrupted. One that outlived the program that started it is ended first.</summary>
    public bool WasInterrupted()
    {
        if (!File.Exists(path))
            return false;
        if (File.ReadAllText(path).Split(' ') is [var id, var start]
            && int.TryParse(id, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(start, CultureInfo.InvariantCulture, out var ticks))
            End(number, new DateTime(ticks, DateTimeKind.Utc));
        return true;
    }

    /// <summary>Numbers of processes come round again, so the start time must agree too, which is known to a fraction of a second.</summary>
    private static void End(int id, DateTime start)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            if (Math.Abs((process.StartTime.ToUniversalTime() - start).TotalSeconds) > 2)
                return;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
