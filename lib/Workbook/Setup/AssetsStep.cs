using System.Formats.Tar;
using System.IO.Compression;
using Workbook.Base;
using Workbook.Book;

namespace Workbook.Setup;

/// <summary>Brings the scripts, styles and fonts of the pages through npm; without it, pages link a CDN.</summary>
internal sealed class AssetsStep(Repository repository, Machine machine, StepLog log, bool refresh) : IStep
{
    /// <summary>What is pinned: a tree with other pins fetches anew.</summary>
    internal static string Pins { get; } =
        string.Join('\n', AssetPackage.All.Select(package => $"{package.Name} {package.Integrity} {string.Join(' ', package.Others.Keys)}"));

    public string Title => "Fetching what the pages need (plotly.js, KaTeX)";

    public bool IsDone()
    {
        var have = AssetManifest.Load(repository);
        var copied = have.Count > 0 && have.All(asset => asset.File is not null);
        return File.Exists(PinsPath(repository.Assets)) && File.ReadAllText(PinsPath(repository.Assets)) == Pins
            && have.SequenceEqual(AssetPackage.All.SelectMany(package => package.Assets(copied)))
            && (copied ? have.All(IsCopied) : !refresh || machine.Find("npm") is null);
    }

    public async Task RunAsync(Action<string> report, CancellationToken cancellation)
    {
        var folder = Aside.Begin(repository.Assets);
        var problem = await FetchAsync(folder, report, cancellation);
        if (problem is not null)
        {
            log.Say($"Pages will load their scripts from a CDN: {problem}. `./workbook setup` tries again.");
            Aside.Begin(repository.Assets);
        }

        await File.WriteAllTextAsync(PinsPath(folder), Pins, cancellation);
        AssetManifest.Save(folder, AssetPackage.All.SelectMany(package => package.Assets(haveCopies: problem is null)));
        Aside.Replace(repository.Assets);
    }

    internal static string PinsPath(string assets) => Path.Combine(assets, "pins");

    private bool IsCopied(Asset asset) =>
        new FileInfo(Path.Combine(repository.Assets, asset.File!)) is { Exists: true, Length: > 0 };

    /// <summary>Null where all was fetched, else why not.</summary>
    private async Task<string?> FetchAsync(string folder, Action<string> report, CancellationToken cancellation)
    {
        if (machine.Find("npm") is not { } npm)
            return "npm is not installed";
        var packed = Aside.Begin(Path.Combine(repository.Artifacts, "npm"));
        try
        {
            foreach (var package in AssetPackage.All)
            {
                var name = $"{package.Name}@{package.Version}";
                var pack = await machine.RunAsync(npm, ["pack", "--silent", "--pack-destination", packed, name], packed, report, cancellation: cancellation);
                if (!pack.Succeeded)
                    return $"npm could not fetch {name} ({pack.Tail(1)})";
                Extract(package, await File.ReadAllBytesAsync(Path.Combine(packed, pack.Output.Trim()), cancellation), folder);
            }

            return null;
        }
        finally
        {
            Aside.Delete(packed);
        }
    }

    /// <exception cref="SetupException">The bytes are not the ones pinned.</exception>
    internal static void Extract(AssetPackage package, byte[] tarball, string folder)
    {
        Check(tarball, package.Integrity, $"{package.Name}@{package.Version}");
        using var tar = new TarReader(new GZipStream(new MemoryStream(tarball), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || package.TargetOf(entry.Name["package/".Length..]) is not { } target)
                continue;
            var path = Path.Combine(folder, target);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path, overwrite: true);
        }

        foreach (var script in package.Scripts)
            Check(File.ReadAllBytes(Path.Combine(folder, script.Target)), script.Integrity, script.Path);
    }

    private static void Check(byte[] bytes, string pinned, string what)
    {
        var found = AssetManifest.Integrity(bytes, pinned);
        if (found != pinned)
            throw new SetupException($"{what} is not what is pinned: its hash is {found}, {pinned} was expected. Look at your npm registry or proxy.");
    }
}
