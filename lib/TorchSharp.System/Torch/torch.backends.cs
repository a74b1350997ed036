using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    private enum Switch
    {
        MatmulTF32 = 0,
        CudnnTF32 = 1,
        Deterministic = 2,
        MatmulPrecision = 3,
    }

    private static int Get(Switch which)
    {
        Bridge.Check(Bridge.bridge_switch((int)which, -1, out var current));
        return current;
    }

    private static void Set(Switch which, int value) => Bridge.Check(Bridge.bridge_switch((int)which, value, out _));

    /// <summary>Whether operators without a deterministic algorithm are refused.</summary>
    public static bool are_deterministic_algorithms_enabled() => (Get(Switch.Deterministic) & 1) != 0;

    /// <summary>Whether operators without a deterministic algorithm only give a warning.</summary>
    public static bool is_deterministic_algorithms_warn_only_enabled() => (Get(Switch.Deterministic) & 2) != 0;

    /// <summary>Chooses deterministic algorithms until what is returned is disposed.</summary>
    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false)
    {
        var restore = new Restored(Switch.Deterministic, Get(Switch.Deterministic));
        Set(Switch.Deterministic, (mode ? 1 : 0) | (warn_only ? 2 : 0));
        return restore;
    }

    /// <summary>How exactly a GPU multiplies matrices of singles.</summary>
    public static Float32MatmulPrecision get_float32_matmul_precision() => (Float32MatmulPrecision)Get(Switch.MatmulPrecision);

    /// <summary>Sets how exactly a GPU multiplies matrices of singles, until what is returned is disposed.</summary>
    public static IDisposable set_float32_matmul_precision(Float32MatmulPrecision precision)
    {
        var restore = new Restored(Switch.MatmulPrecision, Get(Switch.MatmulPrecision));
        Set(Switch.MatmulPrecision, (int)precision);
        return restore;
    }

    private sealed class Restored(Switch which, int before) : IDisposable
    {
        public void Dispose() => Set(which, before);
    }

    /// <summary>Switches of the libraries that do the work.</summary>
    public static partial class backends
    {
        /// <summary>Switches of CUDA.</summary>
        public static partial class cuda
        {
            /// <summary>Switches of matrix products.</summary>
            public static partial class matmul
            {
                /// <summary>Whether matrices of singles may be multiplied in TF32, which is faster and less exact.</summary>
                public static bool allow_tf32
                {
                    get => Get(Switch.MatmulTF32) != 0;
                    set => Set(Switch.MatmulTF32, value ? 1 : 0);
                }
            }
        }

        /// <summary>Switches of cuDNN.</summary>
        public static partial class cudnn
        {
            /// <summary>Whether singles may be convolved in TF32, which is faster and less exact.</summary>
            public static bool allow_tf32
            {
                get => Get(Switch.CudnnTF32) != 0;
                set => Set(Switch.CudnnTF32, value ? 1 : 0);
            }
        }
    }
}
