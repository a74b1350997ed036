using System.Collections.Immutable;
using TorchSharp;

namespace Diffusion.Charts.Tests.Points;

public sealed class ValuesTests
{
    [Fact]
    public void Conversion_FromWhatNotebooksHold_KeepsTheNumbers()
    {
        using var tensor = torch.tensor(new float[] { 1, 2 });
        ImmutableArray<double> immutable = [1, 2];
        Values[] all = [new double[] { 1, 2 }, new float[] { 1, 2 }, new List<double> { 1, 2 }, new List<float> { 1, 2 }, immutable, new ReadOnlySpan<double>([1, 2]), tensor];
        Assert.All(all, values => Assert.Equal([1.0, 2.0], values.Span.ToArray()));
    }

    [Fact]
    public void Empty_IsRefused() => Assert.Contains("empty", Assert.Throws<ArgumentException>(() => new Values([])).Message);

    [Fact]
    public void NotFinite_IsRefusedWithItsPlace() =>
        Assert.Contains("Value 2 of 3 is NaN", Assert.Throws<ArgumentException>(() => new Values([1, 2, double.NaN])).Message);
}
