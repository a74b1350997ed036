using System.Reflection;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary>How a file of weights came to be: what stands in the .json beside it.</summary>
internal sealed record Provenance
{
    /// <summary>The command that makes it again.</summary>
    public required string Command { get; init; }

    /// <summary>The seed of weights, order and noise.</summary>
    public required int Seed { get; init; }

    /// <summary>The commit that the program was built from; null if it was built outside a repository.</summary>
    public string? Commit { get; init; } = typeof(Provenance).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit] ? commit : null;

    /// <summary>Seconds from the start to this file, over all runs that it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The epoch, from 0, after which this was written.</summary>
    public int? Epoch { get; init; }

    /// <summary>What was learned from.</summary>
    public DataProvenance? Data { get; init; }

    /// <summary>The trainer's options.</summary>
    public object? Options { get; init; }

    /// <summary>The mean loss of each epoch.</summary>
    public IReadOnlyList<double>? LossByEpoch { get; init; }

    /// <summary>What was measured of the result.</summary>
    public IReadOnlyDictionary<string, double>? Measured { get; init; }

    /// <summary>The processor.</summary>
    public string Processor { get; init; } = ProcessorName();

    /// <summary>Threads that tensors were computed on.</summary>
    public int Threads { get; init; } = get_num_threads();

    /// <summary>Versions of what it ran on.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; init; } = new Dictionary<string, string>
    {
        ["libtorch"] = __version__,
        ["TorchSharp"] = typeof(Tensor).Assembly.GetName().Version!.ToString(3),
        [".NET"] = Environment.Version.ToString(),
    };

    /// <summary>What every training can say.</summary>
    public static Provenance Of(TrainingRequest request, double seconds) => new()
    {
        Command = request.Command,
        Seed = request.Seed,
        Seconds = Math.Round(seconds, 1),
    };

    // The model, or the architecture where the system does not tell.
    private static string ProcessorName()
    {
        const string file = "/proc/cpuinfo";
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}

/// <summary>What something was trained on.</summary>
/// <param name="Name">What drew or loaded it.</param>
/// <param name="Count">The number of pictures.</param>
/// <param name="Sha256">The digest of pictures and labels.</param>
internal sealed record DataProvenance(string Name, int Count, string Sha256)
{
    /// <summary>What was done to the pictures before: scaled, cropped, padded.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}
