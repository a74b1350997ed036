namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op arange_start_step = new("arange", "start_step");
    internal static readonly Op bartlett_window_periodic = new("bartlett_window", "periodic");
    internal static readonly Op blackman_window_periodic = new("blackman_window", "periodic");
    internal static readonly Op empty_like = new("empty_like");
    internal static readonly Op empty_memory_format = new("empty", "memory_format");
    internal static readonly Op eye_m = new("eye", "m");
    internal static readonly Op full_like = new("full_like");
    internal static readonly Op hann_window_periodic = new("hann_window", "periodic");
    internal static readonly Op is_conj = new("is_conj");
    internal static readonly Op is_neg = new("is_neg");
    internal static readonly Op is_nonzero = new("is_nonzero");
    internal static readonly Op linspace = new("linspace");
    internal static readonly Op logspace = new("logspace");
    internal static readonly Op normal_Tensor_Tensor = new("normal", "Tensor_Tensor");
    internal static readonly Op ones = new("ones");
    internal static readonly Op ones_like = new("ones_like");
    internal static readonly Op rand = new("rand");
    internal static readonly Op rand_generator = new("rand", "generator");
    internal static readonly Op rand_like = new("rand_like");
    internal static readonly Op randint_like_low_dtype = new("randint_like", "low_dtype");
    internal static readonly Op randint_low = new("randint", "low");
    internal static readonly Op randint_low_generator = new("randint", "low_generator");
    internal static readonly Op randn = new("randn");
    internal static readonly Op randn_generator = new("randn", "generator");
    internal static readonly Op randn_like = new("randn_like");
    internal static readonly Op randperm = new("randperm");
    internal static readonly Op randperm_generator = new("randperm", "generator");
    internal static readonly Op scalar_tensor = new("scalar_tensor");
    internal static readonly Op tril_indices = new("tril_indices");
    internal static readonly Op triu_indices = new("triu_indices");
    internal static readonly Op zeros = new("zeros");
    internal static readonly Op zeros_like = new("zeros_like");
}
