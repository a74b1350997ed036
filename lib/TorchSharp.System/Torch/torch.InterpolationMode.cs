namespace TorchSharp;

public static partial class torch
{
    /// <summary>How elements between elements are found.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest one, by the indexing of old.</summary>
        Nearest = 0,

        /// <summary>Linear in one dimension.</summary>
        Linear = 1,

        /// <summary>Linear in two.</summary>
        Bilinear = 2,

        /// <summary>Cubic in two.</summary>
        Bicubic = 3,

        /// <summary>Linear in three.</summary>
        Trilinear = 4,

        /// <summary>The mean over the area.</summary>
        Area = 5,

        /// <summary>The nearest one.</summary>
        NearestExact = 6,
    }

    /// <summary>How elements between elements are found.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest one.</summary>
        Nearest = 0,

        /// <summary>Linear in one dimension.</summary>
        Linear = 1,

        /// <summary>Linear in two.</summary>
        Bilinear = 2,

        /// <summary>Cubic in two.</summary>
        Bicubic = 3,

        /// <summary>Linear in three.</summary>
        Trilinear = 4,
    }
}
