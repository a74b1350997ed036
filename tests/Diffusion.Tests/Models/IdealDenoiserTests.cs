using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Models;

public class IdealDenoiserTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(100, 1e-5, 0.12);

    private static (Tensor Data, Tensor Xt) Cloud(int t)
    {
        using var generator = new Generator(4);
        var data = randn(300, 2, generator: generator);
        return (data, Schedule.AddNoise(data.narrow(0, 0, 50), t, generator));
    }

    // The same in a double loop over double numbers, term by term.
    private static (double[] Mean, double LogDensity) BruteForce(Tensor data, Tensor x, int t)
    {
        double a = Math.Sqrt(Schedule.AlphaBar[t]), variance = 1 - Schedule.AlphaBar[t];
        float[] points = data.data<float>().ToArray(), at = x.contiguous().data<float>().ToArray();
        var count = points.Length / 2;
        double[] logits = [.. Enumerable.Range(0, count).Select(i =>
            -(Math.Pow(at[0] - a * points[2 * i], 2) + Math.Pow(at[1] - a * points[2 * i + 1], 2)) / (2 * variance))];
        double largest = logits.Max(), sum = logits.Sum(logit => Math.Exp(logit - largest));
        double Mean(int axis) => Enumerable.Range(0, count).Sum(i => Math.Exp(logits[i] - largest) * points[2 * i + axis]) / sum;
        return ([Mean(0), Mean(1)], largest + Math.Log(sum / count) - Math.Log(2 * Math.PI * variance));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    public void PredictX0_AtAnyStep_EqualsTheDoubleLoop(int t)
    {
        var (data, xt) = Cloud(t);
        using var ideal = new IdealDenoiser(Schedule, data);
        var (x0Hat, eps, score, density) = (ideal.PredictX0(xt, t), ideal.PredictNoise(xt, t), ideal.Score(xt, t), ideal.LogDensity(xt, t));
        double a = Math.Sqrt(Schedule.AlphaBar[t]), variance = 1 - Schedule.AlphaBar[t];
        for (var i = 0; i < 50; i++)
        {
            var (mean, logDensity) = BruteForce(data, xt[i], t);
            Assert.Equal(logDensity, density[i].item<float>(), 1e-4 * Math.Max(1, Math.Abs(logDensity)));
            for (var axis = 0; axis < 2; axis++)
            {
                double x = xt[i, axis].item<float>(), way = a * mean[axis] - x;
                Assert.Equal(mean[axis], x0Hat[i, axis].item<float>(), 2e-5);
                Assert.Equal(-way / Math.Sqrt(variance), eps[i, axis].item<float>(), 2e-5 / Math.Sqrt(variance));
                Assert.Equal(way / variance, score[i, axis].item<float>(), 2e-5 / variance);
            }
        }
    }

    [Fact]
    public void Score_AtAPoint_IsTheSlopeOfLogDensity()
    {
        var (data, _) = Cloud(30);
        using var ideal = new IdealDenoiser(Schedule, data);
        var x = tensor(new double[] { 0.3, -0.4 }, 1, 2);
        var h = 1e-5;
        var right = ideal.LogDensity(x + tensor(new double[] { h, 0 }), 30);
        var left = ideal.LogDensity(x - tensor(new double[] { h, 0 }), 30);
        Assert.Equal(((right - left) / (2 * h)).item<double>(), ideal.Score(x, 30)[0, 0].item<double>(), 1e-5);
    }

    [Fact]
    public void PredictX0_OfOnePoint_IsThatPoint()
    {
        using var ideal = new IdealDenoiser(Schedule, tensor(new float[] { 0.5f, -0.25f }, 1, 2));
        Near.Equal(tensor(new float[] { 0.5f, -0.25f }).expand(9, 2), ideal.PredictX0(randn(9, 2), 60), 1e-7);
    }

    [Fact]
    public void PredictX0_OfManyRows_DoesNotDependOnTheSlices()
    {
        using var generator = new Generator(4);
        var data = randn(100_000, 2, generator: generator);                          // two rows fill a slice
        var xt = randn(7, 2, generator: generator);
        using var ideal = new IdealDenoiser(Schedule, data);
        var all = ideal.PredictX0(xt, 50);
        for (var i = 0; i < 7; i++) Near.Equal(ideal.PredictX0(xt.narrow(0, i, 1), 50)[0], all[i], 1e-6);
    }

    [Fact]
    public void PredictX0_OfImages_KeepsTheirShape()
    {
        var data = rand(6, 3, 4, 4);
        using var ideal = new IdealDenoiser(Schedule, data);
        Near.Equal(data.narrow(0, 2, 2), ideal.PredictX0(Schedule.AddNoise(data.narrow(0, 2, 2), 1, zeros(2, 3, 4, 4)), 1), 1e-5);
    }

    [Fact]
    public void Construction_FromUnusableData_SaysWhatIsWrong()
    {
        var bad = zeros(5, 2);
        bad[3, 1] = float.NaN;
        Assert.Contains("Row 3", Assert.Throws<ArgumentException>(() => new IdealDenoiser(Schedule, bad)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new IdealDenoiser(Schedule, zeros(0, 2)));
        Assert.Throws<ArgumentException>(() => new IdealDenoiser(Schedule, zeros(5)));
        Assert.Throws<ArgumentException>(() => new IdealDenoiser(Schedule, zeros([5, 2], dtype: ScalarType.Int64)));
        using var ideal = new IdealDenoiser(Schedule, zeros(5, 2));
        Assert.Contains("[4, 3]", Assert.Throws<ArgumentException>(() => ideal.PredictX0(zeros(4, 3), 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ideal.PredictX0(zeros(4, 2), 0));
    }
}
