using Diffusion.Storage;

namespace Diffusion.Tests.Storage;

public sealed class Crc32CTests
{
    [Fact]
    public void Of_DigitsOneToNine_IsTheCataloguedCheck()
        => Assert.Equal(0xE3069283, Crc32C.Of("123456789"u8));

    // The examples of RFC 3720, B.4.
    [Fact]
    public void Of_ExamplesOfTheRfc_IsTheirs()
    {
        Assert.Equal(0x8A9136AAu, Crc32C.Of(new byte[32]));
        Assert.Equal(0x62A8AB43u, Crc32C.Of(Enumerable.Repeat(byte.MaxValue, 32).ToArray()));
        Assert.Equal(0x46DD794Eu, Crc32C.Of([.. Enumerable.Range(0, 32).Select(n => (byte)n)]));
    }
}
