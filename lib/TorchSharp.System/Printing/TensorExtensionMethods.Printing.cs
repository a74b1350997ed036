using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Ways to write tensors out and to convert them.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The tensor written out.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
    /// <param name="width">The width at which Julia's style cuts a row.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="cultureInfo">Whose numbers; null for the current culture's.</param>
    /// <param name="style">How.</param>
    public static string str(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default) => tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor written out as Julia does.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
    /// <param name="width">The width at which a row is cut.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="cultureInfo">Whose numbers; null for the current culture's.</param>
    public static string jlstr(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor's shape, type and device.</summary>
    /// <param name="tensor">The tensor.</param>
    public static string metastr(this Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);

    /// <summary>The tensor written out as NumPy does.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
    /// <param name="width">Has no effect on this style.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="cultureInfo">Whose numbers; null for the current culture's.</param>
    public static string npstr(
        this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor written out as a C# array literal.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
    /// <param name="width">Has no effect on this style.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="cultureInfo">Whose numbers; null for the current culture's.</param>
    public static string cstr(
        this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Writes the tensor to the console, and returns it.</summary>
    /// <param name="t">The tensor.</param>
    /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
    /// <param name="width">The width at which Julia's style cuts a row.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="cultureInfo">Whose numbers; null for the current culture's.</param>
    /// <param name="style">How.</param>
    public static Tensor print(
        this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }
}
