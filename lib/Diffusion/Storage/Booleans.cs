using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>A bool is the byte 0 or 1; any other makes libtorch's behaviour undefined.</summary>
internal static class Booleans
{
    public static void Check(ReadOnlySpan<byte> data, ScalarType dtype, string name, string place)
    {
        var at = dtype == ScalarType.Bool ? data.IndexOfAnyExceptInRange<byte>(0, 1) : -1;
        if (at >= 0)
            throw BadFile.Error(name, $"element {at} of {place} is the byte {data[at]}, but a bool is 0 or 1",
                "The file is damaged; write it again");
    }
}
