using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(byte value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(byte[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(sbyte value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(sbyte[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(short value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(short[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(int value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(int[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(long value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(long[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(float value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(float[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(double value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(double[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(bool value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(bool[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor((float, float) value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor((float, float)[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(System.Numerics.Complex value) => torch.tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(System.Numerics.Complex[] value) => torch.tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(Scalar scalar) => Creation.Number(scalar, scalar.Type, null, false);
    }
}
