using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The modified Bessel function of the first kind, of order zero.</summary>
        public Tensor i0() => Aten.i0.Call(this);

        /// <summary>The modified Bessel function of the first kind, of order zero, in place.</summary>
        public Tensor i0_() => Aten.i0_.CallInPlace(this, this);

        /// <summary>Where elements are neither infinite nor NaN.</summary>
        public Tensor isfinite() => Aten.isfinite.Call(this);

        /// <summary>Where elements are infinite.</summary>
        public Tensor isinf() => Aten.isinf.Call(this);

        /// <summary>Where elements are NaN.</summary>
        public Tensor isnan() => Aten.isnan.Call(this);

        /// <summary>Where elements are minus infinity.</summary>
        public Tensor isneginf() => Aten.isneginf.Call(this);

        /// <summary>Where elements are plus infinity.</summary>
        public Tensor isposinf() => Aten.isposinf.Call(this);

        /// <summary>Where elements have no imaginary part.</summary>
        public Tensor isreal() => Aten.isreal.Call(this);

        /// <summary>The logarithm of the gamma function.</summary>
        public Tensor lgamma() => Aten.lgamma.Call(this);

        /// <summary>The logarithm of the gamma function, in place.</summary>
        public Tensor lgamma_() => Aten.lgamma_.CallInPlace(this, this);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Aten.log.Call(this);

        /// <summary>The natural logarithm of each element, in place.</summary>
        public Tensor log_() => Aten.log_.CallInPlace(this, this);

        /// <summary>The logarithm to base ten.</summary>
        public Tensor log10() => Aten.log10.Call(this);

        /// <summary>The logarithm to base ten, in place.</summary>
        public Tensor log10_() => Aten.log10_.CallInPlace(this, this);

        /// <summary>The natural logarithm of one plus each element, exact near zero.</summary>
        public Tensor log1p() => Aten.log1p.Call(this);

        /// <summary>The natural logarithm of one plus each element, exact near zero, in place.</summary>
        public Tensor log1p_() => Aten.log1p_.CallInPlace(this, this);

        /// <summary>The logarithm to base two.</summary>
        public Tensor log2() => Aten.log2.Call(this);

        /// <summary>The logarithm to base two, in place.</summary>
        public Tensor log2_() => Aten.log2_.CallInPlace(this, this);

        /// <summary>Where elements are zero.</summary>
        public Tensor logical_not() => Aten.logical_not.Call(this);

        /// <summary>Where elements are zero, in place.</summary>
        public Tensor logical_not_() => Aten.logical_not_.CallInPlace(this, this);

        /// <summary>The logarithm of the odds, x / (1 - x); eps clamps x into [eps, 1 - eps].</summary>
        public Tensor logit(double? eps = null) => Aten.logit.Call(this, eps);

        /// <summary>The logarithm of the odds, x / (1 - x); eps clamps x into [eps, 1 - eps], in place.</summary>
        public Tensor logit_(double? eps = null) => Aten.logit_.CallInPlace(this, this, eps);

        /// <summary>The multivariate log-gamma function of dimension p.</summary>
        public Tensor mvlgamma(long p) => Aten.mvlgamma.Call(this, p);

        /// <summary>The multivariate log-gamma function of dimension p, in place.</summary>
        public Tensor mvlgamma_(long p) => Aten.mvlgamma_.CallInPlace(this, this, p);

        /// <summary>Replaces NaN and the infinities by numbers.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num.Call(this, nan, posinf, neginf);

        /// <summary>Replaces NaN and the infinities by numbers, in place.</summary>
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num_.CallInPlace(this, this, nan, posinf, neginf);

        /// <summary>Minus each element.</summary>
        public Tensor neg() => Aten.neg.Call(this);

        /// <summary>Minus each element, in place.</summary>
        public Tensor neg_() => Aten.neg_.CallInPlace(this, this);

        /// <summary>Minus each element.</summary>
        public Tensor negative() => Aten.negative.Call(this);

        /// <summary>The derivative of order p of the digamma function.</summary>
        public Tensor polygamma(long p) => Aten.polygamma.Call(p, this);

        /// <summary>The derivative of order p of the digamma function, in place.</summary>
        public Tensor polygamma_(long p) => Aten.polygamma_.CallInPlace(this, this, p);

        /// <summary>The tensor itself.</summary>
        public Tensor positive() => Aten.positive.Call(this);

        /// <summary>Radians to degrees.</summary>
        public Tensor rad2deg() => Aten.rad2deg.Call(this);

        /// <summary>Radians to degrees, in place.</summary>
        public Tensor rad2deg_() => Aten.rad2deg_.CallInPlace(this, this);

        /// <summary>One divided by each element.</summary>
        public Tensor reciprocal() => Aten.reciprocal.Call(this);

        /// <summary>One divided by each element, in place.</summary>
        public Tensor reciprocal_() => Aten.reciprocal_.CallInPlace(this, this);

        /// <summary>Rounds each element to so many decimals, halves to the even neighbour.</summary>
        public Tensor round(long decimals = 0) =>
            decimals == 0 ? Aten.round.Call(this) : Aten.round_decimals.Call(this, decimals);

        /// <summary>Rounds each element to so many decimals, halves to the even neighbour, in place.</summary>
        public Tensor round_(long decimals = 0) =>
            decimals == 0 ? Aten.round_.CallInPlace(this, this) : Aten.round__decimals.CallInPlace(this, this, decimals);

        /// <summary>One divided by the square root of each element.</summary>
        public Tensor rsqrt() => Aten.rsqrt.Call(this);

        /// <summary>One divided by the square root of each element, in place.</summary>
        public Tensor rsqrt_() => Aten.rsqrt_.CallInPlace(this, this);

        /// <summary>The sign of each element; for a complex one its direction.</summary>
        public Tensor sgn() => Aten.sgn.Call(this);

        /// <summary>The sign of each element; for a complex one its direction, in place.</summary>
        public Tensor sgn_() => Aten.sgn_.CallInPlace(this, this);

        /// <summary>The sign of each element.</summary>
        public Tensor sign() => Aten.sign.Call(this);

        /// <summary>The sign of each element, in place.</summary>
        public Tensor sign_() => Aten.sign_.CallInPlace(this, this);

        /// <summary>Where the sign bit is set.</summary>
        public Tensor signbit() => Aten.signbit.Call(this);

        /// <summary>The sine of each element.</summary>
        public Tensor sin() => Aten.sin.Call(this);

        /// <summary>The sine of each element, in place.</summary>
        public Tensor sin_() => Aten.sin_.CallInPlace(this, this);

        /// <summary>sin(πx) / (πx).</summary>
        public Tensor sinc() => Aten.sinc.Call(this);

        /// <summary>sin(πx) / (πx), in place.</summary>
        public Tensor sinc_() => Aten.sinc_.CallInPlace(this, this);

        /// <summary>The hyperbolic sine of each element.</summary>
        public Tensor sinh() => Aten.sinh.Call(this);

        /// <summary>The hyperbolic sine of each element, in place.</summary>
        public Tensor sinh_() => Aten.sinh_.CallInPlace(this, this);

        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Aten.sqrt.Call(this);

        /// <summary>The square root of each element, in place.</summary>
        public Tensor sqrt_() => Aten.sqrt_.CallInPlace(this, this);

        /// <summary>The square of each element.</summary>
        public Tensor square() => Aten.square.Call(this);

        /// <summary>The tangent of each element.</summary>
        public Tensor tan() => Aten.tan.Call(this);

        /// <summary>The tangent of each element, in place.</summary>
        public Tensor tan_() => Aten.tan_.CallInPlace(this, this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Aten.tanh.Call(this);

        /// <summary>The hyperbolic tangent of each element, in place.</summary>
        public Tensor tanh_() => Aten.tanh_.CallInPlace(this, this);

        /// <summary>Each element without its fraction.</summary>
        public Tensor trunc() => Aten.trunc.Call(this);

        /// <summary>Each element without its fraction, in place.</summary>
        public Tensor trunc_() => Aten.trunc_.CallInPlace(this, this);
    }
}
