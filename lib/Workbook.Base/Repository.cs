namespace Workbook.Base;

/// <summary>Where things are: the source tree and what is made from it under <c>artifacts</c>.</summary>
/// <param name="Root">The folder that holds <c>Diffusion.Notebooks.sln</c>, an absolute path.</param>
internal sealed record Repository(string Root)
{
    public const string SolutionName = "Diffusion.Notebooks.sln";

    public string Solution => Path.Combine(Root, SolutionName);
    public string Notebooks => Path.Combine(Root, "notebooks");
    public string Data => Path.Combine(Root, "data");
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The device that set-up chose; Directory.Build.props imports it.</summary>
    public string DeviceProps => Path.Combine(Artifacts, "device.props");

    /// <summary>The library, published flat: what a notebook's <c>#r</c> names.</summary>
    public string Library => Path.Combine(Artifacts, "lib");

    /// <summary>Scripts, styles and fonts that pages need, with their licences.</summary>
    public string Assets => Path.Combine(Artifacts, "assets");

    /// <summary>Executed notebooks.</summary>
    public string Runs => Path.Combine(Artifacts, "run");

    public string Book => Path.Combine(Artifacts, "book");

    /// <summary>The tree around <paramref name="start"/> (the launcher's WORKBOOK_ROOT, else the working directory).</summary>
    /// <exception cref="SetupException">No folder from <paramref name="start"/> upward holds the solution.</exception>
    public static Repository Find(string? start = null)
    {
        start ??= Environment.GetEnvironmentVariable("WORKBOOK_ROOT") ?? Environment.CurrentDirectory;
        for (var folder = new DirectoryInfo(Path.GetFullPath(start)); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, SolutionName)))
                return new Repository(folder.FullName);
        throw new SetupException(
            $"No {SolutionName} in {start} or above it. Start workbook inside the project, or set WORKBOOK_ROOT.");
    }
}
