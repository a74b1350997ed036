using System.ComponentModel;
using System.Diagnostics;

namespace Diffusion.Recipes.Training;

/// <summary>Which commit of the sources this program was built from.</summary>
internal static class SourceCommit
{
    /// <summary>The commit's name, with "-dirty" where tracked files differ from it; null where there is no git or repository.</summary>
    public static string? Find()
    {
        try
        {
            var start = new ProcessStartInfo("git", ["describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"])
            {
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var git = Process.Start(start)!;
            string name = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? name : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
