using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy.</summary>
    public static Tensor clone(Tensor input) => input.clone();

    /// <summary>A complex tensor from its real and imaginary parts.</summary>
    public static Tensor complex(Tensor real, Tensor imag) => Aten.complex.Call(real, imag);

    /// <summary>A complex tensor from its lengths and angles.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => Aten.polar.Call(abs, angle);

    /// <summary>The tensor with its conjugation carried out.</summary>
    public static Tensor resolve_conj(Tensor input) => input.resolve_conj();

    /// <summary>The tensor with its negation carried out.</summary>
    public static Tensor resolve_neg(Tensor input) => input.resolve_neg();
}
