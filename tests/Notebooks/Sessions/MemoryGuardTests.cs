using System.Globalization;
using Workbook.Sessions.Protocol;

namespace Notebooks.Tests.Sessions;

/// <summary>Loops that leave their tensors undisposed, as a reader types them.</summary>
public sealed class MemoryGuardTests(TensorSession tensors) : IClassFixture<TensorSession>
{
    // Without the guard the loop takes about 8 MB a step: 2.5 GB and more at its end.
    private const int Steps = 300;
    private const long Most = 1_500L << 20;

    [Fact]
    public async Task Training_WithoutADisposeScope_StaysWithinItsMemory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells how much memory a process has had at most.");

        var run = await tensors.RunAsync(
            $$"""
            set_num_threads(1);
            var net = Sequential(("a", Linear(2, 68)), ("r", ReLU()), ("b", Linear(68, 68)), ("s", ReLU()), ("c", Linear(68, 2)));
            var opt = optim.Adam(net.parameters());
            var (data, wanted) = (randn(65_536, 2), ones(65_536, 2));
            for (var step = 0; step < {{Steps}}; step++)
            {
                var at = randint(0, 65_536, 8_192L);
                var loss = (net.call(data[at]) - wanted[at]).square().mean();
                opt.zero_grad();
                loss.backward();
                opt.step();
            }
            wanted.sum().item<float>()
            """);

        Assert.Equal((CellStatus.Succeeded, "131072"), (run.Status, run.Plain));
        Assert.InRange(Peak(tensors.Session.ProcessId), 1, Most);
    }

    private static long Peak(int process) => File.ReadLines($"/proc/{process}/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) << 10)
        .Single();
}
