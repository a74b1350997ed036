using TorchSharp.Printing;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Julia's style.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    /// <summary>NumPy's style.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary>C#'s style.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>The style in which tensors are written out where none is asked for.</summary>
    /// <exception cref="ArgumentException">Set to Default.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => PrintOptions.Style;
        set => PrintOptions.Style = value == TensorStringStyle.Default
            ? throw new ArgumentException("The style cannot be set to 'Default'")
            : value;
    }

    /// <summary>Sets how tensors are written out; what is null stays.</summary>
    /// <param name="precision">The number of digits after the point.</param>
    /// <param name="linewidth">The width at which Julia's style cuts a row.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="sci_mode">Whether numbers have an exponent.</param>
    /// <param name="maxRows">How many rows NumPy's and C#'s styles show.</param>
    /// <param name="maxColumns">How many columns they show.</param>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, $"{(sci_mode ? 'E' : 'F')}{precision}", linewidth, newLine, maxRows, maxColumns);

    /// <summary>Sets how tensors are written out; what is null stays.</summary>
    /// <param name="style">The style where none is asked for.</param>
    /// <param name="floatFormat">The .NET format of floating-point numbers.</param>
    /// <param name="linewidth">The width at which Julia's style cuts a row.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="maxRows">How many rows NumPy's and C#'s styles show.</param>
    /// <param name="maxColumns">How many columns they show.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null,
        int? maxRows = null, int? maxColumns = null)
    {
        if (style is { } given) TensorStringStyle = given;
        PrintOptions.FloatFormat = floatFormat ?? PrintOptions.FloatFormat;
        PrintOptions.LineWidth = linewidth ?? PrintOptions.LineWidth;
        PrintOptions.NewLine = newLine ?? PrintOptions.NewLine;
        PrintOptions.MaxRows = maxRows ?? PrintOptions.MaxRows;
        PrintOptions.MaxColumns = maxColumns ?? PrintOptions.MaxColumns;
    }
}
