namespace TorchSharp;

public static partial class torch
{
    /// <summary>The absolute value of each element.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>The absolute value of each element, in place.</summary>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary>The absolute value of each element.</summary>
    public static Tensor absolute(Tensor input) => input.absolute();

    /// <summary>The absolute value of each element, in place.</summary>
    public static Tensor absolute_(Tensor input) => input.absolute_();

    /// <summary>The arc cosine of each element.</summary>
    public static Tensor acos(Tensor input) => input.acos();

    /// <summary>The arc cosine of each element, in place.</summary>
    public static Tensor acos_(Tensor input) => input.acos_();

    /// <summary>The inverse hyperbolic cosine of each element.</summary>
    public static Tensor acosh(Tensor input) => input.acosh();

    /// <summary>The inverse hyperbolic cosine of each element, in place.</summary>
    public static Tensor acosh_(Tensor input) => input.acosh_();

    /// <summary>The angle of each element in the complex plane.</summary>
    public static Tensor angle(Tensor input) => input.angle();

    /// <summary>The arc cosine of each element.</summary>
    public static Tensor arccos(Tensor input) => input.arccos();

    /// <summary>The arc cosine of each element, in place.</summary>
    public static Tensor arccos_(Tensor input) => input.arccos_();

    /// <summary>The inverse hyperbolic cosine of each element.</summary>
    public static Tensor arccosh(Tensor input) => input.arccosh();

    /// <summary>The inverse hyperbolic cosine of each element, in place.</summary>
    public static Tensor arccosh_(Tensor input) => input.arccosh_();

    /// <summary>The arc sine of each element.</summary>
    public static Tensor arcsin(Tensor input) => input.arcsin();

    /// <summary>The arc sine of each element, in place.</summary>
    public static Tensor arcsin_(Tensor input) => input.arcsin_();

    /// <summary>The inverse hyperbolic sine of each element.</summary>
    public static Tensor arcsinh(Tensor input) => input.arcsinh();

    /// <summary>The inverse hyperbolic sine of each element, in place.</summary>
    public static Tensor arcsinh_(Tensor input) => input.arcsinh_();

    /// <summary>The arc tangent of each element.</summary>
    public static Tensor arctan(Tensor input) => input.arctan();

    /// <summary>The arc tangent of each element.</summary>
    public static Tensor arctan(Tensor input, Tensor other) => input.arctan(other);

    /// <summary>The arc tangent of each element, in place.</summary>
    public static Tensor arctan_(Tensor input) => input.arctan_();

    /// <summary>The arc tangent of each element, in place.</summary>
    public static Tensor arctan_(Tensor input, Tensor other) => input.arctan_(other);

    /// <summary>The inverse hyperbolic tangent of each element.</summary>
    public static Tensor arctanh(Tensor input) => input.arctanh();

    /// <summary>The inverse hyperbolic tangent of each element, in place.</summary>
    public static Tensor arctanh_(Tensor input) => input.arctanh_();

    /// <summary>The arc sine of each element.</summary>
    public static Tensor asin(Tensor input) => input.asin();

    /// <summary>The arc sine of each element, in place.</summary>
    public static Tensor asin_(Tensor input) => input.asin_();

    /// <summary>The inverse hyperbolic sine of each element.</summary>
    public static Tensor asinh(Tensor input) => input.asinh();

    /// <summary>The inverse hyperbolic sine of each element, in place.</summary>
    public static Tensor asinh_(Tensor input) => input.asinh_();

    /// <summary>The arc tangent of each element.</summary>
    public static Tensor atan(Tensor input) => input.atan();

    /// <summary>The arc tangent of each element, in place.</summary>
    public static Tensor atan_(Tensor input) => input.atan_();

    /// <summary>The inverse hyperbolic tangent of each element.</summary>
    public static Tensor atanh(Tensor input) => input.atanh();

    /// <summary>The inverse hyperbolic tangent of each element, in place.</summary>
    public static Tensor atanh_(Tensor input) => input.atanh_();

    /// <summary>Each element with its bits flipped.</summary>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <summary>Each element with its bits flipped, in place.</summary>
    public static Tensor bitwise_not_(Tensor input) => input.bitwise_not_();

    /// <summary>The smallest whole number not below each element.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>The smallest whole number not below each element, in place.</summary>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <summary>The complex conjugate of each element.</summary>
    public static Tensor conj(Tensor input) => input.conj();

    /// <summary>The complex conjugate of each element, computed now.</summary>
    public static Tensor conj_physical(Tensor input) => input.conj_physical();

    /// <summary>The complex conjugate of each element, computed now, in place.</summary>
    public static Tensor conj_physical_(Tensor input) => input.conj_physical_();

    /// <summary>The cosine of each element.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>The cosine of each element, in place.</summary>
    public static Tensor cos_(Tensor input) => input.cos_();

    /// <summary>The hyperbolic cosine of each element.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary>The hyperbolic cosine of each element, in place.</summary>
    public static Tensor cosh_(Tensor input) => input.cosh_();

    /// <summary>Degrees to radians.</summary>
    public static Tensor deg2rad(Tensor input) => input.deg2rad();

    /// <summary>Degrees to radians, in place.</summary>
    public static Tensor deg2rad_(Tensor input) => input.deg2rad_();

    /// <summary>The derivative of the logarithm of the gamma function.</summary>
    public static Tensor digamma(Tensor input) => input.digamma();

    /// <summary>The derivative of the logarithm of the gamma function, in place.</summary>
    public static Tensor digamma_(Tensor input) => input.digamma_();

    /// <summary>The error function of each element.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>The error function of each element, in place.</summary>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <summary>One minus the error function of each element.</summary>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <summary>One minus the error function of each element, in place.</summary>
    public static Tensor erfc_(Tensor input) => input.erfc_();

    /// <summary>The inverse of the error function.</summary>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <summary>The inverse of the error function, in place.</summary>
    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    /// <summary>e to the power of each element.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>e to the power of each element, in place.</summary>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary>Two to the power of each element.</summary>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <summary>Two to the power of each element, in place.</summary>
    public static Tensor exp2_(Tensor input) => input.exp2_();

    /// <summary>e to the power of each element, minus one, exact near zero.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary>e to the power of each element, minus one, exact near zero, in place.</summary>
    public static Tensor expm1_(Tensor input) => input.expm1_();

    /// <summary>Each element without its fraction.</summary>
    public static Tensor fix(Tensor input) => input.fix();

    /// <summary>Each element without its fraction, in place.</summary>
    public static Tensor fix_(Tensor input) => input.fix_();

    /// <summary>The largest whole number not above each element.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>The largest whole number not above each element, in place.</summary>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <summary>The fraction of each element.</summary>
    public static Tensor frac(Tensor input) => input.frac();

    /// <summary>The fraction of each element, in place.</summary>
    public static Tensor frac_(Tensor input) => input.frac_();
}
