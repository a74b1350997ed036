using System.Globalization;
using Diffusion.Likelihood;
using Diffusion.Schedules;

namespace Diffusion.Tests.Likelihood;

public class LossWeightTests
{
    private static readonly NoiseSchedule Published = NoiseSchedule.Linear(1000);

    [Fact]
    public void InBound_WithThePosteriorsVariance_EqualsTheReference()
    {
        foreach (var entry in Golden.Values.GetProperty("simple_loss_weight_linear_1000").EnumerateObject())
        {
            int t = int.Parse(entry.Name, CultureInfo.InvariantCulture);
            Assert.Equal(entry.Value.GetDouble(), Published.InBound(t, ReverseVariance.Posterior), 1e-9);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1001)]
    public void InBound_AStepWithoutAWeight_IsRefused(int t) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Published.InBound(t, ReverseVariance.Beta));
}
