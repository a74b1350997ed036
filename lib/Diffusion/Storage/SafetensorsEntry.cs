using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>One tensor in a safetensors header; the bytes [Begin, End) count from the header's end.</summary>
internal sealed record SafetensorsEntry(string Name, ScalarType Dtype, long[] Shape, long Begin, long End);
