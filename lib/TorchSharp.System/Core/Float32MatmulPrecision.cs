namespace TorchSharp;

/// <summary>How exactly a GPU multiplies matrices of singles.</summary>
public enum Float32MatmulPrecision
{
    /// <summary>In full.</summary>
    highest,

    /// <summary>In TF32.</summary>
    high,

    /// <summary>In brain floats.</summary>
    medium,
}
