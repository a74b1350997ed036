using Workbook.Base;

namespace Workbook.Setup;

/// <summary>Makes sure of Chromium and of fonts that its pictures need.</summary>
internal sealed class BrowserStep(Machine machine, DebianPackages packages) : IStep
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public string Title => "Installing Chromium and fonts";

    public bool IsDone() => Missing(machine).Count == 0;

    public Task RunAsync(Action<string> report, CancellationToken cancellation) =>
        packages.InstallAsync(Missing(machine), report, cancellation);

    /// <summary>Where a Chromium lies; null where there is none.</summary>
    public static string? Find(Machine machine) => Names.Select(machine.Find).FirstOrDefault(found => found is not null);

    /// <summary>The Debian packages that are lacking.</summary>
    public static IReadOnlyList<string> Missing(Machine machine)
    {
        var missing = new List<string>();
        if (Find(machine) is null)
            missing.Add("chromium");
        if (!OperatingSystem.IsLinux())
            return missing;
        if (!File.Exists(machine.SystemPath("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")))
            missing.Add("fonts-dejavu-core");
        if (!File.Exists(machine.SystemPath("usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")))
            missing.Add("fonts-noto-cjk");
        return missing;
    }
}
