namespace TorchSharp;

/// <summary>How a tensor is written out.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata,

    /// <summary>As Julia writes: shape, type and device, then every row on its own line, cut at the line's width.</summary>
    Julia,

    /// <summary>As NumPy writes: nested brackets, large dimensions shortened.</summary>
    Numpy,

    /// <summary>As a C# array literal, large dimensions shortened.</summary>
    CSharp,

    /// <summary>What torch.TensorStringStyle says.</summary>
    Default,
}
