using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sum, with the second operand times alpha.</summary>
        public Tensor add(Scalar scalar) => Aten.add_Tensor.Call(this, scalar);

        /// <summary>Sum, with the second operand times alpha.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Aten.add_Scalar.Call(this, scalar, alpha);

        /// <summary>Sum, with the second operand times alpha.</summary>
        public Tensor add(Tensor target) => Aten.add_Tensor.Call(this, target);

        /// <summary>Sum, with the second operand times alpha.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.add_Tensor.Call(this, target, alpha);

        /// <summary>Sum, with the second operand times alpha, in place.</summary>
        public Tensor add_(Scalar scalar) => Aten.add__Tensor.CallInPlace(this, this, scalar);

        /// <summary>Sum, with the second operand times alpha, in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.add__Scalar.CallInPlace(this, this, scalar, alpha);

        /// <summary>Sum, with the second operand times alpha, in place.</summary>
        public Tensor add_(Tensor target) => Aten.add__Tensor.CallInPlace(this, this, target);

        /// <summary>Sum, with the second operand times alpha, in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Aten.add__Tensor.CallInPlace(this, this, target, alpha);

        /// <summary>β · this plus α times the sum of matrix products of two batches.</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.addbmm.Call(this, batch1, batch2, beta, alpha);

        /// <summary>β · this plus α times the sum of matrix products of two batches, in place.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.addbmm_.CallInPlace(this, this, batch1, batch2, beta, alpha);

        /// <summary>This plus value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.addcdiv.Call(this, tensor1, tensor2);

        /// <summary>This plus value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcdiv.Call(this, tensor1, tensor2, value);

        /// <summary>This plus value · tensor1 / tensor2, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) =>
            Aten.addcdiv_.CallInPlace(this, this, tensor1, tensor2);

        /// <summary>This plus value · tensor1 / tensor2, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcdiv_.CallInPlace(this, this, tensor1, tensor2, value);

        /// <summary>This plus value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcmul.Call(this, tensor1, tensor2, value);

        /// <summary>This plus value · tensor1 · tensor2, in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcmul_.CallInPlace(this, this, tensor1, tensor2, value);

        /// <summary>β · this plus α times a matrix product.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.addmm.Call(this, mat1, mat2, beta, alpha);

        /// <summary>β · this plus α times a matrix product, in place.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.addmm_.CallInPlace(this, this, mat1, mat2, beta, alpha);

        /// <summary>β · this plus α times a matrix-vector product.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.addmv.Call(this, mat, vec, beta, alpha);

        /// <summary>β · this plus α times a matrix-vector product, in place.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.addmv_.CallInPlace(this, this, mat, vec, beta, alpha);

        /// <summary>β · this plus α times an outer product.</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.addr.Call(this, vec1, vec2, beta, alpha);

        /// <summary>β · this plus α times an outer product, in place.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.addr_.CallInPlace(this, this, vec1, vec2, beta, alpha);

        /// <summary>The angle of the point (other, this).</summary>
        public Tensor arctan2(Tensor other) => Aten.arctan2.Call(this, other);

        /// <summary>The angle of the point (other, this), in place.</summary>
        public Tensor arctan2_(Tensor other) => Aten.arctan2_.CallInPlace(this, this, other);

        /// <summary>The angle of the point (other, this).</summary>
        public Tensor atan2(Tensor other) => Aten.atan2.Call(this, other);

        /// <summary>The angle of the point (other, this), in place.</summary>
        public Tensor atan2_(Tensor other) => Aten.atan2_.CallInPlace(this, this, other);

        /// <summary>β · this plus α times the matrix products of two batches.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.baddbmm.Call(this, batch1, batch2, beta, alpha);

        /// <summary>Bits set in both operands.</summary>
        public Tensor bitwise_and(Tensor other) => Aten.bitwise_and_Tensor.Call(this, other);

        /// <summary>Bits set in both operands, in place.</summary>
        public Tensor bitwise_and_(Tensor other) => Aten.bitwise_and__Tensor.CallInPlace(this, this, other);

        /// <summary>Bits moved up.</summary>
        public Tensor bitwise_left_shift(Tensor other) => Aten.bitwise_left_shift_Tensor.Call(this, other);

        /// <summary>Bits moved up, in place.</summary>
        public Tensor bitwise_left_shift_(Tensor other) =>
            Aten.bitwise_left_shift__Tensor.CallInPlace(this, this, other);

        /// <summary>Bits set in either operand.</summary>
        public Tensor bitwise_or(Tensor other) => Aten.bitwise_or_Tensor.Call(this, other);

        /// <summary>Bits set in either operand, in place.</summary>
        public Tensor bitwise_or_(Tensor other) => Aten.bitwise_or__Tensor.CallInPlace(this, this, other);

        /// <summary>Bits moved down.</summary>
        public Tensor bitwise_right_shift(Tensor other) => Aten.bitwise_right_shift_Tensor.Call(this, other);

        /// <summary>Bits moved down, in place.</summary>
        public Tensor bitwise_right_shift_(Tensor other) =>
            Aten.bitwise_right_shift__Tensor.CallInPlace(this, this, other);

        /// <summary>Bits set in one operand only.</summary>
        public Tensor bitwise_xor(Tensor other) => Aten.bitwise_xor_Tensor.Call(this, other);

        /// <summary>Bits set in one operand only, in place.</summary>
        public Tensor bitwise_xor_(Tensor other) => Aten.bitwise_xor__Tensor.CallInPlace(this, this, other);

        /// <summary>Each element, held between limits; a limit left out does not hold.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);

        /// <summary>Each element, held between limits; a limit left out does not hold.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor.Call(this, min, max);

        /// <summary>Each element, held between limits; a limit left out does not hold, in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.clamp_.CallInPlace(this, this, min, max);

        /// <summary>Each element, held between limits; a limit left out does not hold, in place.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) =>
            Aten.clamp__Tensor.CallInPlace(this, this, min, max);

        /// <summary>Each element, held below a limit.</summary>
        public Tensor clamp_max(Scalar max) => Aten.clamp_max.Call(this, max);

        /// <summary>Each element, held below a limit, in place.</summary>
        public Tensor clamp_max_(Scalar max) => Aten.clamp_max_.CallInPlace(this, this, max);

        /// <summary>Each element, held above a limit.</summary>
        public Tensor clamp_min(Scalar min) => Aten.clamp_min.Call(this, min);

        /// <summary>Each element, held above a limit, in place.</summary>
        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.CallInPlace(this, this, min);

        /// <summary>Each element, held between limits.</summary>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>The size of this with the sign of the other.</summary>
        public Tensor copysign(Tensor other) => Aten.copysign_Tensor.Call(this, other);

        /// <summary>The size of this with the sign of the other, in place.</summary>
        public Tensor copysign_(Tensor other) => Aten.copysign__Tensor.CallInPlace(this, this, other);

        /// <summary>Quotient; rounded towards zero or down on request.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Aten.div_Tensor.Call(this, target)
            : Aten.div_Tensor_mode.Call(this, target, Rounding(rounding_mode));

        /// <summary>Quotient; rounded towards zero or down on request.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Aten.div_Tensor.Call(this, target)
            : Aten.div_Tensor_mode.Call(this, target, Rounding(rounding_mode));

        /// <summary>Quotient; rounded towards zero or down on request, in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Aten.div__Tensor.CallInPlace(this, this, target)
            : Aten.div__Tensor_mode.CallInPlace(this, this, target, Rounding(rounding_mode));

        /// <summary>Quotient; rounded towards zero or down on request, in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Aten.div__Tensor.CallInPlace(this, this, target)
            : Aten.div__Tensor_mode.CallInPlace(this, this, target, Rounding(rounding_mode));

        /// <summary>Quotient; rounded towards zero or down on request.</summary>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Aten.div_Tensor.Call(this, target)
            : Aten.div_Tensor_mode.Call(this, target, Rounding(rounding_mode));

        /// <summary>Quotient; rounded towards zero or down on request.</summary>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Aten.div_Tensor.Call(this, target)
            : Aten.div_Tensor_mode.Call(this, target, Rounding(rounding_mode));

        /// <summary>Quotient; rounded towards zero or down on request, in place.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Aten.div__Tensor.CallInPlace(this, this, target)
            : Aten.div__Tensor_mode.CallInPlace(this, this, target, Rounding(rounding_mode));

        /// <summary>Quotient; rounded towards zero or down on request, in place.</summary>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Aten.div__Tensor.CallInPlace(this, this, target)
            : Aten.div__Tensor_mode.CallInPlace(this, this, target, Rounding(rounding_mode));

        /// <summary>Where both are equal.</summary>
        public Tensor eq(Scalar target) => Aten.eq_Tensor.Call(this, target);

        /// <summary>Where both are equal.</summary>
        public Tensor eq(Tensor target) => Aten.eq_Tensor.Call(this, target);

        /// <summary>Where both are equal, in place.</summary>
        public Tensor eq_(Scalar target) => Aten.eq__Scalar.CallInPlace(this, this, target);

        /// <summary>Where both are equal, in place.</summary>
        public Tensor eq_(Tensor target) => Aten.eq__Tensor.CallInPlace(this, this, target);

        /// <summary>Where both are equal.</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Power, in double precision.</summary>
        public Tensor float_power(Tensor target) => Aten.float_power_Tensor_Tensor.Call(this, target);

        /// <summary>Power, in double precision, in place.</summary>
        public Tensor float_power_(Tensor target) => Aten.float_power__Tensor.CallInPlace(this, this, target);

        /// <summary>Quotient, rounded down.</summary>
        public Tensor floor_divide(Scalar other) => Aten.floor_divide_Scalar.Call(this, other);

        /// <summary>Quotient, rounded down.</summary>
        public Tensor floor_divide(Tensor other) => Aten.floor_divide.Call(this, other);

        /// <summary>Quotient, rounded down, in place.</summary>
        public Tensor floor_divide_(Scalar other) => Aten.floor_divide__Scalar.CallInPlace(this, this, other);

        /// <summary>Quotient, rounded down, in place.</summary>
        public Tensor floor_divide_(Tensor other) => Aten.floor_divide__Tensor.CallInPlace(this, this, other);

        /// <summary>The larger of both; NaN only where both are.</summary>
        public Tensor fmax(Tensor other) => Aten.fmax.Call(this, other);

        /// <summary>The smaller of both; NaN only where both are.</summary>
        public Tensor fmin(Tensor other) => Aten.fmin.Call(this, other);

        /// <summary>Remainder, with the sign of the dividend.</summary>
        public Tensor fmod(Scalar scalar) => Aten.fmod_Scalar.Call(this, scalar);

        /// <summary>Remainder, with the sign of the dividend.</summary>
        public Tensor fmod(Tensor target) => Aten.fmod_Tensor.Call(this, target);

        /// <summary>Remainder, with the sign of the dividend, in place.</summary>
        public Tensor fmod_(Scalar scalar) => Aten.fmod__Scalar.CallInPlace(this, this, scalar);

        /// <summary>Remainder, with the sign of the dividend, in place.</summary>
        public Tensor fmod_(Tensor target) => Aten.fmod__Tensor.CallInPlace(this, this, target);
    }
}
