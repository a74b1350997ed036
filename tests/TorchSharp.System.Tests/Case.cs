namespace TorchSharp.System.Tests;

/// <summary>An expression and what it must give: element type, shape and elements.</summary>
internal sealed record Case(Func<torch.Tensor> Actual, torch.ScalarType Type, long[] Shape, double[] Elements)
{
    private const double Tolerance = 2e-6;

    internal void Check()
    {
        using var scope = torch.NewDisposeScope();
        var actual = Actual();
        Assert.Equal(Type, actual.dtype);
        Assert.Equal(Shape, actual.shape);
        var elements = actual.to(torch.float64).contiguous().data<double>().ToArray();
        var largest = Elements.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (var at = 0; at < elements.Length; at++)
        {
            if (double.IsFinite(Elements[at]))
            {
                Assert.True(
                    Math.Abs(Elements[at] - elements[at]) <= Tolerance * Math.Max(1, largest),
                    $"Element {at}: expected {Elements[at]}, was {elements[at]}.");
            }
            else
            {
                Assert.Equal(Elements[at], elements[at]);
            }
        }
    }
}
