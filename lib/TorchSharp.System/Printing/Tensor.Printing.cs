using System.Globalization;
using TorchSharp.Printing;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device.</summary>
        public override string ToString() => ToString(TensorStringStyle.Metadata);

        /// <summary>The elements in the default style, or shape, type and device.</summary>
        /// <param name="disamb">False for shape, type and device only.</param>
        /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
        /// <param name="width">The width at which Julia's style cuts a row.</param>
        /// <param name="cultureInfo">Whose numbers; null for the current culture's.</param>
        /// <param name="newLine">What separates lines.</param>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TensorStringStyle.Default : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        /// <summary>The tensor written out.</summary>
        /// <param name="style">How.</param>
        /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
        /// <param name="width">The width at which Julia's style cuts a row.</param>
        /// <param name="cultureInfo">Whose numbers; null for the current culture's.</param>
        /// <param name="newLine">What separates lines.</param>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (IsInvalid) return "";
            if (style == TensorStringStyle.Default) style = torch.TensorStringStyle;
            var metadata = $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
            if (style == TensorStringStyle.Metadata || device_type == DeviceType.META) return metadata;
            var elements = new ElementText(this, fltFormat ?? PrintOptions.FloatFormat, cultureInfo ?? CultureInfo.CurrentCulture);
            var line = newLine ?? PrintOptions.NewLine;
            return style switch
            {
                TensorStringStyle.Julia => new JuliaText(elements, shape, width ?? PrintOptions.LineWidth, line).Write(metadata),
                TensorStringStyle.Numpy => new NestedText(elements, shape, line).WriteNumpy(),
                TensorStringStyle.CSharp => new NestedText(elements, shape, line).WriteCSharp(metadata, dtype),
                _ => throw new ArgumentException($"Unsupported tensor string style: {style}"),
            };
        }
    }
}
