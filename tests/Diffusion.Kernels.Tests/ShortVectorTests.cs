using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Diffusion.Kernels.Tests;

/// <summary>The kernels' tests once more, as on a processor whose longest vectors have 256 bits: most are so.</summary>
public sealed class ShortVectorTests
{
    private const string Switch = "DOTNET_EnableAVX512";

    [Fact]
    public async Task Kernels_WithVectorsOf256Bits_PassTheirTests()
    {
        if (Environment.GetEnvironmentVariable(Switch) == "0")
        {
            Assert.False(Vector512.IsHardwareAccelerated, $"{Switch} had no effect.");
            return;
        }
        Assert.SkipUnless(Vector512.IsHardwareAccelerated && Fma.IsSupported, "The other tests run so already, or have no vectors to run on.");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Switch] = "0";
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(ShortVectorTests).Assembly.Location);
        foreach (var argument in (string[])["--filter-namespace", typeof(ShortVectorTests).Namespace!, "--no-ansi", "--no-progress"])
            start.ArgumentList.Add(argument);

        using var tests = Process.Start(start)!;
        var complaints = tests.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var told = await tests.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tests.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(tests.ExitCode == 0 && told.Contains("skipped: 0\n", StringComparison.Ordinal), told + await complaints);
    }
}
