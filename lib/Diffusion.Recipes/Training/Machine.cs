using System.Runtime.InteropServices;

namespace Diffusion.Recipes.Training;

/// <summary>The kind of machine this is.</summary>
internal static class Machine
{
    /// <summary>The processor's model, or its architecture where the system does not tell.</summary>
    public static string Processor()
    {
        const string file = "/proc/cpuinfo";
        string? line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
