using System.Text.RegularExpressions;
using Workbook.Base;

namespace Workbook.Setup;

/// <summary>Tells why packages could not be had, and what to do, from what a build said.</summary>
internal static partial class RestoreProblem
{
    /// <summary>What to tell the reader; null where the build failed for another reason.</summary>
    /// <param name="build">A build that failed.</param>
    /// <param name="device">The device that it was for.</param>
    public static SetupException? Of(ToolResult build, string device)
    {
        var text = build.Output + "\n" + build.Error;
        if (MendFailed().Match(text) is { Success: true } mend)
            return new SetupException(mend.Groups["text"].Value);
        if (text.Contains("NU1301", StringComparison.Ordinal))
            return new SetupException($"The package registry could not be reached; it is needed once, for the first set-up:\n{Lines(text, "NU1301")}");
        if (Missing(text) is not { Length: > 0 } missing)
            return null;
        return new SetupException(device == DeviceChoice.Cuda
            ? $"The device stays as it was: your package registry lacks what --device cuda needs ({missing}).\n" +
              "Add a registry that has it (`dotnet nuget add source ADDRESS`; nuget.org does, several gigabytes) and type\n" +
              "    ./workbook setup --device cuda\nor stay on the processor."
            : $"Your package registry lacks packages that the library is built with: {missing}.\n" +
              "Add one that has them (`dotnet nuget add source ADDRESS`) and start again.");
    }

    private static string Missing(string text) =>
        string.Join(", ", MissingPackage().Matches(text).Select(match => match.Groups["package"].Value).Distinct());

    private static string Lines(string text, string code) => string.Join('\n', text.Split('\n')
        .Where(line => line.Contains(code, StringComparison.Ordinal)).Select(line => line.Trim()).Distinct().Take(2));

    [GeneratedRegex(@"error NU110[123]: Unable to find (a stable )?package (?<package>[\w-]+(\.[\w-]+)*)")]
    private static partial Regex MissingPackage();

    [GeneratedRegex(@"error NATIVE001: (?<text>.*?)(\s\[[^\]]*proj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex MendFailed();
}
