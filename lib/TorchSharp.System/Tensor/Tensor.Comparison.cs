using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Where both are equal.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => Aten.eq_Tensor.Call(left, right);

        /// <summary>Where both are equal.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => Aten.eq_Tensor.Call(left, right);

        /// <summary>Where both are equal.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => Aten.eq_Tensor.Call(right, left);

        /// <summary>Where both differ.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => Aten.ne_Tensor.Call(left, right);

        /// <summary>Where both differ.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => Aten.ne_Tensor.Call(left, right);

        /// <summary>Where both differ.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => Aten.ne_Tensor.Call(right, left);

        /// <summary>Where the left is below the right.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => Aten.lt_Tensor.Call(left, right);

        /// <summary>Where the left is below the right.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => Aten.lt_Tensor.Call(left, right);

        /// <summary>Where the left is below the right.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => Aten.gt_Tensor.Call(right, left);

        /// <summary>Where the left is not above the right.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => Aten.le_Tensor.Call(left, right);

        /// <summary>Where the left is not above the right.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => Aten.le_Tensor.Call(left, right);

        /// <summary>Where the left is not above the right.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => Aten.ge_Tensor.Call(right, left);

        /// <summary>Where the left is above the right.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => Aten.gt_Tensor.Call(left, right);

        /// <summary>Where the left is above the right.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => Aten.gt_Tensor.Call(left, right);

        /// <summary>Where the left is above the right.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => Aten.lt_Tensor.Call(right, left);

        /// <summary>Where the left is not below the right.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => Aten.ge_Tensor.Call(left, right);

        /// <summary>Where the left is not below the right.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => Aten.ge_Tensor.Call(left, right);

        /// <summary>Where the left is not below the right.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => Aten.le_Tensor.Call(right, left);
    }
}
