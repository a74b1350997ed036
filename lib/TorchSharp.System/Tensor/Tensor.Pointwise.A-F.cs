using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Aten.abs.Call(this);

        /// <summary>The absolute value of each element, in place.</summary>
        public Tensor abs_() => Aten.abs_.CallInPlace(this, this);

        /// <summary>The absolute value of each element.</summary>
        public Tensor absolute() => Aten.absolute.Call(this);

        /// <summary>The absolute value of each element, in place.</summary>
        public Tensor absolute_() => Aten.absolute_.CallInPlace(this, this);

        /// <summary>The arc cosine of each element.</summary>
        public Tensor acos() => Aten.acos.Call(this);

        /// <summary>The arc cosine of each element, in place.</summary>
        public Tensor acos_() => Aten.acos_.CallInPlace(this, this);

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        public Tensor acosh() => Aten.acosh.Call(this);

        /// <summary>The inverse hyperbolic cosine of each element, in place.</summary>
        public Tensor acosh_() => Aten.acosh_.CallInPlace(this, this);

        /// <summary>The angle of each element in the complex plane.</summary>
        public Tensor angle() => Aten.angle.Call(this);

        /// <summary>The arc cosine of each element.</summary>
        public Tensor arccos() => Aten.arccos.Call(this);

        /// <summary>The arc cosine of each element, in place.</summary>
        public Tensor arccos_() => Aten.arccos_.CallInPlace(this, this);

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        public Tensor arccosh() => Aten.arccosh.Call(this);

        /// <summary>The inverse hyperbolic cosine of each element, in place.</summary>
        public Tensor arccosh_() => Aten.arccosh_.CallInPlace(this, this);

        /// <summary>The arc sine of each element.</summary>
        public Tensor arcsin() => Aten.arcsin.Call(this);

        /// <summary>The arc sine of each element, in place.</summary>
        public Tensor arcsin_() => Aten.arcsin_.CallInPlace(this, this);

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        public Tensor arcsinh() => Aten.arcsinh.Call(this);

        /// <summary>The inverse hyperbolic sine of each element, in place.</summary>
        public Tensor arcsinh_() => Aten.arcsinh_.CallInPlace(this, this);

        /// <summary>The arc tangent of each element.</summary>
        public Tensor arctan() => Aten.arctan.Call(this);

        /// <summary>The arc tangent of each element.</summary>
        public Tensor arctan(Tensor other) => Aten.arctan2.Call(this, other);

        /// <summary>The arc tangent of each element, in place.</summary>
        public Tensor arctan_() => Aten.arctan_.CallInPlace(this, this);

        /// <summary>The arc tangent of each element, in place.</summary>
        public Tensor arctan_(Tensor other) => Aten.arctan2_.CallInPlace(this, this, other);

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        public Tensor arctanh() => Aten.arctanh.Call(this);

        /// <summary>The inverse hyperbolic tangent of each element, in place.</summary>
        public Tensor arctanh_() => Aten.arctanh_.CallInPlace(this, this);

        /// <summary>The arc sine of each element.</summary>
        public Tensor asin() => Aten.asin.Call(this);

        /// <summary>The arc sine of each element, in place.</summary>
        public Tensor asin_() => Aten.asin_.CallInPlace(this, this);

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        public Tensor asinh() => Aten.asinh.Call(this);

        /// <summary>The inverse hyperbolic sine of each element, in place.</summary>
        public Tensor asinh_() => Aten.asinh_.CallInPlace(this, this);

        /// <summary>The arc tangent of each element.</summary>
        public Tensor atan() => Aten.atan.Call(this);

        /// <summary>The arc tangent of each element, in place.</summary>
        public Tensor atan_() => Aten.atan_.CallInPlace(this, this);

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        public Tensor atanh() => Aten.atanh.Call(this);

        /// <summary>The inverse hyperbolic tangent of each element, in place.</summary>
        public Tensor atanh_() => Aten.atanh_.CallInPlace(this, this);

        /// <summary>Each element with its bits flipped.</summary>
        public Tensor bitwise_not() => Aten.bitwise_not.Call(this);

        /// <summary>Each element with its bits flipped, in place.</summary>
        public Tensor bitwise_not_() => Aten.bitwise_not_.CallInPlace(this, this);

        /// <summary>The smallest whole number not below each element.</summary>
        public Tensor ceil() => Aten.ceil.Call(this);

        /// <summary>The smallest whole number not below each element, in place.</summary>
        public Tensor ceil_() => Aten.ceil_.CallInPlace(this, this);

        /// <summary>The complex conjugate of each element.</summary>
        public Tensor conj() => Aten.conj.Call(this);

        /// <summary>The complex conjugate of each element, computed now.</summary>
        public Tensor conj_physical() => Aten.conj_physical.Call(this);

        /// <summary>The complex conjugate of each element, computed now, in place.</summary>
        public Tensor conj_physical_() => Aten.conj_physical_.CallInPlace(this, this);

        /// <summary>The cosine of each element.</summary>
        public Tensor cos() => Aten.cos.Call(this);

        /// <summary>The cosine of each element, in place.</summary>
        public Tensor cos_() => Aten.cos_.CallInPlace(this, this);

        /// <summary>The hyperbolic cosine of each element.</summary>
        public Tensor cosh() => Aten.cosh.Call(this);

        /// <summary>The hyperbolic cosine of each element, in place.</summary>
        public Tensor cosh_() => Aten.cosh_.CallInPlace(this, this);

        /// <summary>Degrees to radians.</summary>
        public Tensor deg2rad() => Aten.deg2rad.Call(this);

        /// <summary>Degrees to radians, in place.</summary>
        public Tensor deg2rad_() => Aten.deg2rad_.CallInPlace(this, this);

        /// <summary>The derivative of the logarithm of the gamma function.</summary>
        public Tensor digamma() => Aten.digamma.Call(this);

        /// <summary>The derivative of the logarithm of the gamma function, in place.</summary>
        public Tensor digamma_() => Aten.digamma_.CallInPlace(this, this);

        /// <summary>The error function of each element.</summary>
        public Tensor erf() => Aten.erf.Call(this);

        /// <summary>The error function of each element, in place.</summary>
        public Tensor erf_() => Aten.erf_.CallInPlace(this, this);

        /// <summary>One minus the error function of each element.</summary>
        public Tensor erfc() => Aten.erfc.Call(this);

        /// <summary>One minus the error function of each element, in place.</summary>
        public Tensor erfc_() => Aten.erfc_.CallInPlace(this, this);

        /// <summary>The inverse of the error function.</summary>
        public Tensor erfinv() => Aten.erfinv.Call(this);

        /// <summary>The inverse of the error function, in place.</summary>
        public Tensor erfinv_() => Aten.erfinv_.CallInPlace(this, this);

        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Aten.exp.Call(this);

        /// <summary>e to the power of each element, in place.</summary>
        public Tensor exp_() => Aten.exp_.CallInPlace(this, this);

        /// <summary>Two to the power of each element.</summary>
        public Tensor exp2() => Aten.exp2.Call(this);

        /// <summary>Two to the power of each element, in place.</summary>
        public Tensor exp2_() => Aten.exp2_.CallInPlace(this, this);

        /// <summary>e to the power of each element, minus one, exact near zero.</summary>
        public Tensor expm1() => Aten.expm1.Call(this);

        /// <summary>e to the power of each element, minus one, exact near zero, in place.</summary>
        public Tensor expm1_() => Aten.expm1_.CallInPlace(this, this);

        /// <summary>Each element without its fraction.</summary>
        public Tensor fix() => Aten.fix.Call(this);

        /// <summary>Each element without its fraction, in place.</summary>
        public Tensor fix_() => Aten.fix_.CallInPlace(this, this);

        /// <summary>The largest whole number not above each element.</summary>
        public Tensor floor() => Aten.floor.Call(this);

        /// <summary>The largest whole number not above each element, in place.</summary>
        public Tensor floor_() => Aten.floor_.CallInPlace(this, this);

        /// <summary>The fraction of each element.</summary>
        public Tensor frac() => Aten.frac.Call(this);

        /// <summary>The fraction of each element, in place.</summary>
        public Tensor frac_() => Aten.frac_.CallInPlace(this, this);
    }
}
