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

    // Settings, paths, dates and measures, as trainers keep them in their checkpoints.
    private static readonly HashSet<string> Beside =
    [
        "argparse.Namespace", "collections.Counter", "collections.defaultdict", "typing.Any", "_codecs.encode",
        "datetime.date", "datetime.datetime", "datetime.timedelta", "pathlib.PosixPath", "pathlib.WindowsPath",
        .. Each("__builtin__", "bool", "bytearray", "complex", "dict", "float", "frozenset", "int", "list", "set", "slice", "tuple", "unicode", "xrange"),
        .. Each("numpy", "dtype", "ndarray", "bool_", "float32", "float64", "int64"),
        .. Each("numpy.core.multiarray", "scalar", "_reconstruct"), .. Each("numpy._core.multiarray", "scalar", "_reconstruct"),
        .. Each("torch", "Size", "device", "bool", "uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64"),
    ];

    private static readonly string[] BesideFrom = ["pytorch_lightning.", "lightning.", "lightning_fabric.", "omegaconf."];

    public bool IsAllowed => Name is OrderedDict or RebuildTensor or RebuildParameter || Storages.ContainsKey(Name);

    /// <summary>Whether it makes something that lies beside weights in many checkpoints, and that no reader of weights needs.</summary>
    public bool IsBeside => Beside.Contains(Name) || BesideFrom.Any(module => Name.StartsWith(module, StringComparison.Ordinal));

    public ScalarType? StorageType => Storages.TryGetValue(Name, out var dtype) ? dtype : null;

    /// <summary>What a name stands for that is met in checkpoints and cannot be read, and what to do; null for others.</summary>
    public (string What, string Remedy)? Unread => Name switch
    {
        "torch._utils._rebuild_sparse_tensor" => ("a sparse tensor", "Save it dense: tensor.to_dense()"),
        "torch._utils._rebuild_qtensor" => ("a quantised tensor", "Save its numbers: tensor.dequantize()"),
        "torch._utils._rebuild_meta_tensor_no_storage" =>
            ("a tensor of the device meta, which has no numbers", "Load the weights in Python before they are saved"),
        "torch._utils._rebuild_tensor_v3" => ("a tensor of a type that is not read, such as float8 or uint16", "Convert it: tensor.float()"),
        "torch.ComplexFloatStorage" or "torch.ComplexDoubleStorage" => ("a tensor of complex numbers", "Save it as two real ones: torch.view_as_real(tensor)"),
        _ when Name.StartsWith("__torch__.", StringComparison.Ordinal) =>
            ("a program of TorchScript", "Save its weights in Python: torch.save(torch.jit.load(path).state_dict(), \"new.pth\")"),
        _ => null,
    };

    private static IEnumerable<string> Each(string module, params string[] names) => names.Select(name => $"{module}.{name}");
}
