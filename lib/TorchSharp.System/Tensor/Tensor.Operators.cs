using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Aten.add_Tensor.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Aten.add_Tensor.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, int right) => Aten.add_Tensor.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, long right) => Aten.add_Tensor.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, float right) => Aten.add_Tensor.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, double right) => Aten.add_Tensor.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Aten.add_Tensor.Call(right, left);

        /// <summary>Sum.</summary>
        public static Tensor operator +(int left, Tensor right) => Aten.add_Tensor.Call(right, left);

        /// <summary>Sum.</summary>
        public static Tensor operator +(long left, Tensor right) => Aten.add_Tensor.Call(right, left);

        /// <summary>Sum.</summary>
        public static Tensor operator +(float left, Tensor right) => Aten.add_Tensor.Call(right, left);

        /// <summary>Sum.</summary>
        public static Tensor operator +(double left, Tensor right) => Aten.add_Tensor.Call(right, left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, int right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, long right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, float right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, double right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(int left, Tensor right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(long left, Tensor right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(float left, Tensor right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(double left, Tensor right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Aten.mul_Tensor.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Aten.mul_Tensor.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, int right) => Aten.mul_Tensor.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, long right) => Aten.mul_Tensor.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, float right) => Aten.mul_Tensor.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, double right) => Aten.mul_Tensor.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Aten.mul_Tensor.Call(right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(int left, Tensor right) => Aten.mul_Tensor.Call(right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(long left, Tensor right) => Aten.mul_Tensor.Call(right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(float left, Tensor right) => Aten.mul_Tensor.Call(right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(double left, Tensor right) => Aten.mul_Tensor.Call(right, left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, int right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, long right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, float right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, double right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(int left, Tensor right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(long left, Tensor right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(float left, Tensor right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(double left, Tensor right) => Aten.div_Tensor.Call(left, right);

        /// <summary>Remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => Aten.remainder_Tensor.Call(left, right);

        /// <summary>Remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Aten.remainder_Tensor.Call(left, right);

        /// <summary>Remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) => Aten.remainder_Tensor.Call(left, right);

        /// <summary>Remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) => Aten.remainder_Tensor.Call(left, right);

        /// <summary>Remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) => Aten.remainder_Tensor.Call(left, right);

        /// <summary>Remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) => Aten.remainder_Tensor.Call(left, right);

        /// <summary>Minus each element.</summary>
        public static Tensor operator -(Tensor tensor) => Aten.neg.Call(tensor);

        /// <summary>Each element with its bits flipped.</summary>
        public static Tensor operator ~(Tensor left) => Aten.bitwise_not.Call(left);

        /// <summary>Bits set in both operands.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => Aten.bitwise_and_Tensor.Call(left, right);

        /// <summary>Bits set in either operand.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => Aten.bitwise_or_Tensor.Call(left, right);

        /// <summary>Bits set in one operand only.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => Aten.bitwise_xor_Tensor.Call(left, right);
    }
}
