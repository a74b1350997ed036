using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diffusion.Storage;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary>Writes weights as they are shipped: in half precision, with a .json of how they came to be.</summary>
internal static class TrainedWeights
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PerturbationByName() },
    };

    public static void Save(nn.Module module, string path, Provenance provenance)
    {
        using var scope = NewDisposeScope();
        var told = JsonSerializer.SerializeToUtf8Bytes(provenance, Json);       // before anything is written, as it may fail
        SafetensorsFile.Save(path, module.state_dict().ToDictionary(entry => entry.Key, entry => Halved(entry.Value)));
        AtomicFile.Write(Path.ChangeExtension(path, ".json"), stream => stream.Write(told));
    }

    // Vectors stay as they are: they take little room, and a variance may be too small for half precision.
    private static Tensor Halved(Tensor value) =>
        value.dim() > 1 && value.dtype == ScalarType.Float32 ? value.to(ScalarType.Float16) : value;

    private sealed class PerturbationByName : JsonConverter<Perturbation>
    {
        public override Perturbation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Provenance is written, never read.");

        public override void Write(Utf8JsonWriter writer, Perturbation value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }
}
