using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>A storage that a pickled tensor points to: the entry data/Key of the archive, Count elements.</summary>
internal sealed record PickledStorage(ScalarType Dtype, string Key, long Count);
