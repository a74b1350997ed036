using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>A name that a pickle refers to. Only these are known; none is looked up, imported or called.</summary>
internal sealed record PickleGlobal(string Name)
{
    public const string OrderedDict = "collections.OrderedDict";
    public const string RebuildTensor = "torch._utils._rebuild_tensor_v2";
    public const string RebuildParameter = "torch._utils._rebuild_parameter";

    private static readonly Dictionary<string, ScalarType> Storages = new()
    {
        ["torch.BoolStorage"] = ScalarType.Bool,
        ["torch.ByteStorage"] = ScalarType.Byte,
        ["torch.CharStorage"] = ScalarType.Int8,
        ["torch.ShortStorage"] = ScalarType.Int16,
        ["torch.IntStorage"] = ScalarType.Int32,
        ["torch.LongStorage"] = ScalarType.Int64,
        ["torch.HalfStorage"] = ScalarType.Float16,
        ["torch.BFloat16Storage"] = ScalarType.BFloat16,
        ["torch.FloatStorage"] = ScalarType.Float32,
        ["torch.DoubleStorage"] = ScalarType.Float64,
    };

    public bool IsAllowed => Name is OrderedDict or RebuildTensor or RebuildParameter || Storages.ContainsKey(Name);

    public ScalarType? StorageType => Storages.TryGetValue(Name, out var dtype) ? dtype : null;
}
