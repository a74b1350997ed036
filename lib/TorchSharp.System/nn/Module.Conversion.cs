namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Moves and converts all parameters and buffers. Only floating-point and complex ones change their type. Each keeps its identity,
            /// as in PyTorch: an optimizer made before goes on working.
            /// </summary>
            internal void Convert(ScalarType? dtype, Device? device, bool nonBlocking)
            {
                if (dtype is { } type && !IsContinuous(type))
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={type}");
                foreach (var (_, buffer) in named_buffers(false)) Convert(buffer, dtype, device, nonBlocking);
                foreach (var (_, parameter) in named_parameters(false))
                {
                    using var grad = parameter.grad;
                    parameter.grad = null; // a gradient must agree with its tensor in type and device
                    Convert(parameter, dtype, device, nonBlocking);
                    if (grad is null) continue;
                    Convert(grad, dtype, device, nonBlocking);
                    parameter.grad = grad;
                }
                foreach (var child in children()) child.Convert(dtype, device, nonBlocking);
            }

            private static void Convert(Tensor tensor, ScalarType? dtype, Device? device, bool nonBlocking)
            {
                using var _ = no_grad();
                var type = IsContinuous(tensor.dtype) ? dtype ?? tensor.dtype : tensor.dtype;
                var moved = tensor.ConvertedOrSame(type, device ?? tensor.device, nonBlocking: nonBlocking);
                if (ReferenceEquals(moved, tensor)) return; // it was there already
                tensor.SetData(moved);
                moved.Dispose();
            }

            private static bool IsContinuous(ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32
                or ScalarType.Float64 or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;
        }
    }
}
