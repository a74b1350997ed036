namespace Diffusion.Tests.Storage;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("diffusion-tests-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public IEnumerable<string> Names() => folder.EnumerateFileSystemInfos().Select(info => info.Name).Order();

    public void Dispose() => folder.Delete(recursive: true);
}
