namespace TorchNative;

/// <summary>A libLibTorchSharp.so whose every use of a newer libstdc++ was looked at.</summary>
/// <param name="TorchSharp">The package's version.</param>
/// <param name="Sha256">The hash of the file in the package.</param>
/// <param name="Version">The version of libstdc++ that it asks for and can do without.</param>
/// <param name="Replacements">The symbols of that version, and what stands in for each.</param>
internal sealed record KnownLibrary(string TorchSharp, string Sha256, string Version, IReadOnlyDictionary<string, string> Replacements)
{
    /// <summary>
    /// GCC 13 moved the set-up of cout and its kin into a function of libstdc++, which every file that includes &lt;iostream&gt; calls as it is loaded.
    /// libtorch, loaded before, has set them up by then; getpid stands in, which exists everywhere and changes nothing.
    /// </summary>
    private static readonly Dictionary<string, string> StreamsSetUp = new() { ["_ZSt21ios_base_library_initv"] = "getpid" };

    public static IReadOnlyList<KnownLibrary> All { get; } =
    [
        new("0.107.0", "cf33b1b0bb6bbb9754a768fb5c5d04d9f498603be50e73f55621a0b40ee608b8", "GLIBCXX_3.4.32", StreamsSetUp),
    ];

    public static KnownLibrary? Find(string sha256) => All.FirstOrDefault(known => known.Sha256 == sha256);
}
