namespace TorchSharp;

public static partial class torch
{
    /// <summary>The modified Bessel function of the first kind, of order zero.</summary>
    public static Tensor i0(Tensor input) => input.i0();

    /// <summary>The modified Bessel function of the first kind, of order zero, in place.</summary>
    public static Tensor i0_(Tensor input) => input.i0_();

    /// <summary>Where elements are neither infinite nor NaN.</summary>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <summary>Where elements are infinite.</summary>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <summary>Where elements are NaN.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>Where elements are minus infinity.</summary>
    public static Tensor isneginf(Tensor tensor) => tensor.isneginf();

    /// <summary>Where elements are plus infinity.</summary>
    public static Tensor isposinf(Tensor tensor) => tensor.isposinf();

    /// <summary>Where elements have no imaginary part.</summary>
    public static Tensor isreal(Tensor tensor) => tensor.isreal();

    /// <summary>The logarithm of the gamma function.</summary>
    public static Tensor lgamma(Tensor input) => input.lgamma();

    /// <summary>The logarithm of the gamma function, in place.</summary>
    public static Tensor lgamma_(Tensor input) => input.lgamma_();

    /// <summary>The natural logarithm of each element.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>The natural logarithm of each element, in place.</summary>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary>The logarithm to base ten.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary>The logarithm to base ten, in place.</summary>
    public static Tensor log10_(Tensor input) => input.log10_();

    /// <summary>The natural logarithm of one plus each element, exact near zero.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>The natural logarithm of one plus each element, exact near zero, in place.</summary>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <summary>The logarithm to base two.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary>The logarithm to base two, in place.</summary>
    public static Tensor log2_(Tensor input) => input.log2_();

    /// <summary>Where elements are zero.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>The logarithm of the odds, x / (1 - x); eps clamps x into [eps, 1 - eps].</summary>
    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);

    /// <summary>The logarithm of the odds, x / (1 - x); eps clamps x into [eps, 1 - eps], in place.</summary>
    public static Tensor logit_(Tensor input, double? eps = null) => input.logit_(eps);

    /// <summary>The multivariate log-gamma function of dimension p.</summary>
    public static Tensor mvlgamma(Tensor input, long p) => input.mvlgamma(p);

    /// <summary>The multivariate log-gamma function of dimension p, in place.</summary>
    public static Tensor mvlgamma_(Tensor input, long p) => input.mvlgamma_(p);

    /// <summary>Replaces NaN and the infinities by numbers.</summary>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        input.nan_to_num(nan, posinf, neginf);

    /// <summary>Replaces NaN and the infinities by numbers, in place.</summary>
    public static Tensor nan_to_num_(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        input.nan_to_num_(nan, posinf, neginf);

    /// <summary>Minus each element.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>Minus each element, in place.</summary>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary>Minus each element.</summary>
    public static Tensor negative(Tensor input) => input.negative();

    /// <summary>Minus each element, in place.</summary>
    public static Tensor negative_(Tensor input) => input.neg_();

    /// <summary>The derivative of order p of the digamma function.</summary>
    public static Tensor polygamma(Tensor input, long p) => input.polygamma(p);

    /// <summary>The derivative of order p of the digamma function, in place.</summary>
    public static Tensor polygamma_(Tensor input, long p) => input.polygamma_(p);

    /// <summary>The tensor itself.</summary>
    public static Tensor positive(Tensor input) => input.positive();

    /// <summary>Radians to degrees.</summary>
    public static Tensor rad2deg(Tensor input) => input.rad2deg();

    /// <summary>Radians to degrees, in place.</summary>
    public static Tensor rad2deg_(Tensor input) => input.rad2deg_();

    /// <summary>One divided by each element.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>One divided by each element, in place.</summary>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <summary>Rounds each element to so many decimals, halves to the even neighbour.</summary>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    /// <summary>Rounds each element to so many decimals, halves to the even neighbour, in place.</summary>
    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);

    /// <summary>One divided by the square root of each element.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>One divided by the square root of each element, in place.</summary>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <summary>The sign of each element; for a complex one its direction.</summary>
    public static Tensor sgn(Tensor input) => input.sgn();

    /// <summary>The sign of each element; for a complex one its direction, in place.</summary>
    public static Tensor sgn_(Tensor input) => input.sgn_();

    /// <summary>The sign of each element.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>The sign of each element, in place.</summary>
    public static Tensor sign_(Tensor input) => input.sign_();

    /// <summary>Where the sign bit is set.</summary>
    public static Tensor signbit(Tensor input) => input.signbit();

    /// <summary>The sine of each element.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>The sine of each element, in place.</summary>
    public static Tensor sin_(Tensor input) => input.sin_();

    /// <summary>sin(πx) / (πx).</summary>
    public static Tensor sinc(Tensor input) => input.sinc();

    /// <summary>sin(πx) / (πx), in place.</summary>
    public static Tensor sinc_(Tensor input) => input.sinc_();

    /// <summary>The hyperbolic sine of each element.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary>The hyperbolic sine of each element, in place.</summary>
    public static Tensor sinh_(Tensor input) => input.sinh_();

    /// <summary>The square root of each element.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>The square root of each element, in place.</summary>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary>The square of each element.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>The tangent of each element.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary>The tangent of each element, in place.</summary>
    public static Tensor tan_(Tensor input) => input.tan_();

    /// <summary>The hyperbolic tangent of each element.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>The hyperbolic tangent of each element, in place.</summary>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary>Each element without its fraction.</summary>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <summary>Each element without its fraction, in place.</summary>
    public static Tensor trunc_(Tensor input) => input.trunc_();
}
