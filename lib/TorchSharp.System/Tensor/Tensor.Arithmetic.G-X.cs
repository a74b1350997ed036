using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Greatest common divisor.</summary>
        public Tensor gcd(Tensor other) => Aten.gcd.Call(this, other);

        /// <summary>Greatest common divisor, in place.</summary>
        public Tensor gcd_(Tensor other) => Aten.gcd_.CallInPlace(this, this, other);

        /// <summary>Where this is not below the other.</summary>
        public Tensor ge(Scalar target) => Aten.ge_Tensor.Call(this, target);

        /// <summary>Where this is not below the other.</summary>
        public Tensor ge(Tensor target) => Aten.ge_Tensor.Call(this, target);

        /// <summary>Where this is not below the other, in place.</summary>
        public Tensor ge_(Scalar target) => Aten.ge__Scalar.CallInPlace(this, this, target);

        /// <summary>Where this is not below the other, in place.</summary>
        public Tensor ge_(Tensor target) => Aten.ge__Tensor.CallInPlace(this, this, target);

        /// <summary>Where this is above the other.</summary>
        public Tensor greater(Tensor target) => Aten.greater_Tensor.Call(this, target);

        /// <summary>Where this is not below the other.</summary>
        public Tensor greater_equal(Tensor target) => Aten.greater_equal_Tensor.Call(this, target);

        /// <summary>Where this is above the other.</summary>
        public Tensor gt(Scalar target) => Aten.gt_Tensor.Call(this, target);

        /// <summary>Where this is above the other.</summary>
        public Tensor gt(Tensor target) => Aten.gt_Tensor.Call(this, target);

        /// <summary>Where this is above the other, in place.</summary>
        public Tensor gt_(Scalar target) => Aten.gt__Scalar.CallInPlace(this, this, target);

        /// <summary>Where this is above the other, in place.</summary>
        public Tensor gt_(Tensor target) => Aten.gt__Tensor.CallInPlace(this, this, target);

        /// <summary>Zero below zero, one above it, the given values at it.</summary>
        public Tensor heaviside(Tensor other) => Aten.heaviside.Call(this, other);

        /// <summary>Zero below zero, one above it, the given values at it, in place.</summary>
        public Tensor heaviside_(Tensor other) => Aten.heaviside_.CallInPlace(this, this, other);

        /// <summary>The length of the hypotenuse.</summary>
        public Tensor hypot(Tensor other) => Aten.hypot.Call(this, other);

        /// <summary>The lower regularised incomplete gamma function.</summary>
        public Tensor igamma(Tensor other) => Aten.igamma.Call(this, other);

        /// <summary>The upper regularised incomplete gamma function.</summary>
        public Tensor igammac(Tensor other) => Aten.igammac.Call(this, other);

        /// <summary>Where both are equal within a tolerance.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Aten.isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Least common multiple.</summary>
        public Tensor lcm(Tensor other) => Aten.lcm.Call(this, other);

        /// <summary>Least common multiple, in place.</summary>
        public Tensor lcm_(Tensor other) => Aten.lcm_.CallInPlace(this, this, other);

        /// <summary>This times two to the power of the other.</summary>
        public Tensor ldexp(Tensor other) => Aten.ldexp_Tensor.Call(this, other);

        /// <summary>This times two to the power of the other, in place.</summary>
        public Tensor ldexp_(Tensor other) => Aten.ldexp_.CallInPlace(this, this, other);

        /// <summary>Where this is not above the other.</summary>
        public Tensor le(Scalar target) => Aten.le_Tensor.Call(this, target);

        /// <summary>Where this is not above the other.</summary>
        public Tensor le(Tensor target) => Aten.le_Tensor.Call(this, target);

        /// <summary>Where this is not above the other, in place.</summary>
        public Tensor le_(Scalar target) => Aten.le__Scalar.CallInPlace(this, this, target);

        /// <summary>Where this is not above the other, in place.</summary>
        public Tensor le_(Tensor target) => Aten.le__Tensor.CallInPlace(this, this, target);

        /// <summary>This plus weight · (end - this).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.lerp_Tensor.Call(this, end, weight);

        /// <summary>This plus weight · (end - this), in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Aten.lerp__Tensor.CallInPlace(this, this, end, weight);

        /// <summary>Where this is below the other.</summary>
        public Tensor less(Tensor target) => Aten.less_Tensor.Call(this, target);

        /// <summary>Where this is not above the other.</summary>
        public Tensor less_equal(Tensor target) => Aten.less_equal_Tensor.Call(this, target);

        /// <summary>Where this is not above the other, in place.</summary>
        public Tensor less_equal_(Tensor target) => Aten.less_equal__Tensor.CallInPlace(this, this, target);

        /// <summary>The logarithm of the sum of exponentials.</summary>
        public Tensor logaddexp(Tensor other) => Aten.logaddexp.Call(this, other);

        /// <summary>The logarithm to base two of the sum of powers of two.</summary>
        public Tensor logaddexp2(Tensor other) => Aten.logaddexp2.Call(this, other);

        /// <summary>Where neither is zero.</summary>
        public Tensor logical_and(Tensor other) => Aten.logical_and.Call(this, other);

        /// <summary>Where neither is zero, in place.</summary>
        public Tensor logical_and_(Tensor other) => Aten.logical_and_.CallInPlace(this, this, other);

        /// <summary>Where not both are zero.</summary>
        public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);

        /// <summary>Where not both are zero, in place.</summary>
        public Tensor logical_or_(Tensor other) => Aten.logical_or_.CallInPlace(this, this, other);

        /// <summary>Where just one is zero.</summary>
        public Tensor logical_xor(Tensor other) => Aten.logical_xor.Call(this, other);

        /// <summary>Where just one is zero, in place.</summary>
        public Tensor logical_xor_(Tensor other) => Aten.logical_xor_.CallInPlace(this, this, other);

        /// <summary>Where this is below the other.</summary>
        public Tensor lt(Scalar target) => Aten.lt_Tensor.Call(this, target);

        /// <summary>Where this is below the other.</summary>
        public Tensor lt(Tensor target) => Aten.lt_Tensor.Call(this, target);

        /// <summary>Where this is below the other, in place.</summary>
        public Tensor lt_(Scalar target) => Aten.lt__Scalar.CallInPlace(this, this, target);

        /// <summary>Where this is below the other, in place.</summary>
        public Tensor lt_(Tensor target) => Aten.lt__Tensor.CallInPlace(this, this, target);

        /// <summary>The larger of both.</summary>
        public Tensor maximum(Tensor other) => Aten.maximum.Call(this, other);

        /// <summary>The smaller of both.</summary>
        public Tensor minimum(Tensor other) => Aten.minimum.Call(this, other);

        /// <summary>Product.</summary>
        public Tensor mul(Scalar target) => Aten.mul_Tensor.Call(this, target);

        /// <summary>Product.</summary>
        public Tensor mul(Tensor target) => Aten.mul_Tensor.Call(this, target);

        /// <summary>Product, in place.</summary>
        public Tensor mul_(Scalar target) => Aten.mul__Tensor.CallInPlace(this, this, target);

        /// <summary>Product, in place.</summary>
        public Tensor mul_(Tensor target) => Aten.mul__Tensor.CallInPlace(this, this, target);

        /// <summary>Product.</summary>
        public Tensor multiply(Scalar target) => Aten.mul_Tensor.Call(this, target);

        /// <summary>Product.</summary>
        public Tensor multiply(Tensor target) => Aten.multiply_Tensor.Call(this, target);

        /// <summary>Where both differ.</summary>
        public Tensor ne(Scalar target) => Aten.ne_Tensor.Call(this, target);

        /// <summary>Where both differ.</summary>
        public Tensor ne(Tensor target) => Aten.ne_Tensor.Call(this, target);

        /// <summary>Where both differ, in place.</summary>
        public Tensor ne_(Scalar target) => Aten.ne__Scalar.CallInPlace(this, this, target);

        /// <summary>Where both differ, in place.</summary>
        public Tensor ne_(Tensor target) => Aten.ne__Tensor.CallInPlace(this, this, target);

        /// <summary>The next representable number towards the other.</summary>
        public Tensor nextafter(Tensor other) => Aten.nextafter.Call(this, other);

        /// <summary>The next representable number towards the other, in place.</summary>
        public Tensor nextafter_(Tensor other) => Aten.nextafter_.CallInPlace(this, this, other);

        /// <summary>Where both differ.</summary>
        public Tensor not_equal(Tensor target) => Aten.not_equal_Tensor.Call(this, target);

        /// <summary>Where both differ, in place.</summary>
        public Tensor not_equal_(Tensor target) => Aten.not_equal__Tensor.CallInPlace(this, this, target);

        /// <summary>Power.</summary>
        public Tensor pow(Scalar exponent) => Aten.pow_Tensor_Scalar.Call(this, exponent);

        /// <summary>Power.</summary>
        public Tensor pow(Tensor exponent) => Aten.pow_Tensor_Tensor.Call(this, exponent);

        /// <summary>Power, in place.</summary>
        public Tensor pow_(Scalar exponent) => Aten.pow__Scalar.CallInPlace(this, this, exponent);

        /// <summary>Power, in place.</summary>
        public Tensor pow_(Tensor exponent) => Aten.pow__Tensor.CallInPlace(this, this, exponent);

        /// <summary>Remainder, with the sign of the divisor.</summary>
        public Tensor remainder(Scalar scalar) => Aten.remainder_Scalar.Call(this, scalar);

        /// <summary>Remainder, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Aten.remainder_Tensor.Call(this, target);

        /// <summary>Remainder, with the sign of the divisor, in place.</summary>
        public Tensor remainder_(Scalar scalar) => Aten.remainder__Scalar.CallInPlace(this, this, scalar);

        /// <summary>Remainder, with the sign of the divisor, in place.</summary>
        public Tensor remainder_(Tensor target) => Aten.remainder__Tensor.CallInPlace(this, this, target);

        /// <summary>Difference.</summary>
        public Tensor sub(Scalar target) => Aten.sub_Tensor.Call(this, target);

        /// <summary>Difference.</summary>
        public Tensor sub(Tensor target) => Aten.sub_Tensor.Call(this, target);

        /// <summary>Difference, in place.</summary>
        public Tensor sub_(Scalar target) => Aten.sub__Tensor.CallInPlace(this, this, target);

        /// <summary>Difference, in place.</summary>
        public Tensor sub_(Tensor target) => Aten.sub__Tensor.CallInPlace(this, this, target);

        /// <summary>Difference.</summary>
        public Tensor subtract(Scalar target) => Aten.sub_Tensor.Call(this, target);

        /// <summary>Difference.</summary>
        public Tensor subtract(Tensor target) => Aten.subtract_Tensor.Call(this, target);

        /// <summary>Difference, in place.</summary>
        public Tensor subtract_(Scalar target) => Aten.sub__Tensor.CallInPlace(this, this, target);

        /// <summary>Difference, in place.</summary>
        public Tensor subtract_(Tensor target) => Aten.subtract__Tensor.CallInPlace(this, this, target);

        /// <summary>Quotient.</summary>
        public Tensor true_divide(Scalar other) => Aten.true_divide_Scalar.Call(this, other);

        /// <summary>Quotient.</summary>
        public Tensor true_divide(Tensor other) => Aten.true_divide_Tensor.Call(this, other);

        /// <summary>Quotient, in place.</summary>
        public Tensor true_divide_(Scalar other) => Aten.true_divide__Scalar.CallInPlace(this, this, other);

        /// <summary>Quotient, in place.</summary>
        public Tensor true_divide_(Tensor other) => Aten.true_divide__Tensor.CallInPlace(this, this, other);

        /// <summary>This times the logarithm of the other, and zero where this is zero.</summary>
        public Tensor xlogy(Scalar y) => Aten.xlogy_Scalar_Other.Call(this, y);

        /// <summary>This times the logarithm of the other, and zero where this is zero.</summary>
        public Tensor xlogy(Tensor y) => Aten.xlogy_Tensor.Call(this, y);

        /// <summary>This times the logarithm of the other, and zero where this is zero, in place.</summary>
        public Tensor xlogy_(Scalar y) => Aten.xlogy__Scalar_Other.CallInPlace(this, this, y);

        /// <summary>This times the logarithm of the other, and zero where this is zero, in place.</summary>
        public Tensor xlogy_(Tensor y) => Aten.xlogy__Tensor.CallInPlace(this, this, y);
    }
}
