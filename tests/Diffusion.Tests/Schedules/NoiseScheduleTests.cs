using Diffusion.Schedules;

namespace Diffusion.Tests.Schedules;

public class NoiseScheduleTests
{
    private static NoiseSchedule Make(string name) => name switch
    {
        "sigmoid_100" => NoiseSchedule.Sigmoid(100),
        "linear_1000" => NoiseSchedule.Linear(1000),
        "linear_20" => NoiseSchedule.Linear(20, 0.005, 0.3),
        _ => NoiseSchedule.Cosine(1000),
    };

    [Theory]
    [InlineData("sigmoid_100")]
    [InlineData("linear_1000")]
    [InlineData("linear_20")]
    [InlineData("cosine_1000")]
    public void Tables_OfAFactory_EqualTheReference(string name)
    {
        var schedule = Make(name);
        Near.Equal(Golden.Numbers("schedules", name, "beta"), schedule.Beta, 1e-12);
        Near.Equal(Golden.Numbers("schedules", name, "alpha"), schedule.Alpha, 1e-12);
        Near.Equal(Golden.Numbers("schedules", name, "alpha_bar"), schedule.AlphaBar, 1e-12);
        Near.Equal(Golden.Numbers("schedules", name, "posterior_variance"), schedule.PosteriorVariance, 1e-12);
        var (meanX0, meanXt) = (Golden.Numbers("schedules", name, "posterior_mean_x0"), Golden.Numbers("schedules", name, "posterior_mean_xt"));
        for (var t = 0; t <= schedule.T; t++)
        {
            // Where ᾱ_t is near 1, its last bit alone moves β_t / (1 − ᾱ_t) by more than 1e-12, in the reference too.
            var tolerance = t == 0 ? 0 : Math.Max(1e-12, Math.Pow(2, -52) / (1 - schedule.AlphaBar[t]));
            Assert.Equal(meanX0[t], schedule.PosteriorMeanX0[t], tolerance);
            Assert.Equal(meanXt[t], schedule.PosteriorMeanXt[t], tolerance);
        }
    }

    [Fact]
    public void FromBetas_WithTheFirstTwoCourseBetasFolded_GivesTheCourseAlphaBar()
    {
        var beta = Golden.Numbers("schedules", "course_500", "beta");
        var folded = 1 - (1 - beta[0]) * (1 - beta[1]);
        var schedule = NoiseSchedule.FromBetas([folded, .. beta.Skip(2)]);
        Near.Equal(Golden.Numbers("schedules", "course_500", "alpha_bar"), schedule.AlphaBar, 1e-12);
    }

    [Fact]
    public void Entry0_OfAnySchedule_IsCleanData()
    {
        var schedule = NoiseSchedule.Cosine(7);
        Assert.Equal(7, schedule.T);
        Assert.Equal((0.0, 1.0, 1.0, 0.0), (schedule.Beta[0], schedule.Alpha[0], schedule.AlphaBar[0], schedule.PosteriorVariance[0]));
        Assert.Equal(double.PositiveInfinity, schedule.Snr[0]);
        Assert.All(new[] { schedule.Beta, schedule.AlphaBar, schedule.Snr, schedule.PosteriorMeanX0 }, table => Assert.Equal(8, table.Length));
    }

    [Fact]
    public void Snr_AlongTheSteps_Falls()
    {
        var snr = NoiseSchedule.Linear(50).Snr;
        Assert.All(Enumerable.Range(1, 50), t => Assert.True(snr[t] < snr[t - 1]));
        Assert.Equal(NoiseSchedule.Linear(50).AlphaBar[3] / (1 - NoiseSchedule.Linear(50).AlphaBar[3]), snr[3]);
    }

    [Theory]
    [InlineData(0, "index 1", 0.1, 0.0)]
    [InlineData(0, "index 0", 1.0, 0.1)]
    [InlineData(0, "index 2", 0.1, 0.1, -0.1)]
    [InlineData(0, "index 1", 0.1, double.NaN)]
    [InlineData(0, "index 1", 0.1, double.PositiveInfinity)]
    public void FromBetas_WithABadOne_SaysWhich(int _, string where, params double[] betas)
    {
        var error = Assert.Throws<ArgumentException>(() => NoiseSchedule.FromBetas(betas));
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains("(0, 1)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromBetas_ThatLeaveNothingOrAddNothing_Refuse()
    {
        Assert.Contains("too little to divide by", Assert.Throws<ArgumentException>(() => NoiseSchedule.Linear(1000, 1e-4, 0.95)).Message, StringComparison.Ordinal);
        Assert.Contains("adds no noise", Assert.Throws<ArgumentException>(() => NoiseSchedule.FromBetas([1e-17, 0.1])).Message, StringComparison.Ordinal);
        Assert.True(NoiseSchedule.Linear(1000, 1e-15, 0.2).Snr[^1] > 0);
    }

    [Fact]
    public void Factories_WithoutSteps_Refuse()
    {
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => NoiseSchedule.FromBetas([])).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => NoiseSchedule.Linear(0));
        Assert.ThrowsAny<ArgumentException>(() => NoiseSchedule.Cosine(-1));
        Assert.ThrowsAny<ArgumentException>(() => NoiseSchedule.Sigmoid(0));
        Assert.ThrowsAny<ArgumentException>(() => NoiseSchedule.Linear(10, 0, 0.1));
        Assert.ThrowsAny<ArgumentException>(() => NoiseSchedule.Cosine(10, largest: 1));
        Assert.ThrowsAny<ArgumentException>(() => NoiseSchedule.Cosine(10, offset: -1));
    }

    [Fact]
    public void Steps_ForEveryCount_LeadFromTheLastToCleanData()
    {
        var schedule = NoiseSchedule.Linear(37);
        for (var n = 1; n <= 37; n++)
        {
            var steps = schedule.Steps(n).ToArray();
            Assert.Equal(n, steps.Length);
            Assert.Equal((37, 0), (steps[0].T, steps[^1].S));
            Assert.All(steps, step => Assert.True(step.S < step.T));
            Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(pair.First.S, pair.Second.T));
            for (var i = 0; i < n; i++)
                Assert.Equal((int)Math.Floor((2.0 * 37 * (n - i) + n) / (2.0 * n)), steps[i].T);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(38)]
    public void Steps_OfACountOutside1ToT_Refuse(int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NoiseSchedule.Linear(37).Steps(n));

    [Fact]
    public void Jump_OfOneStep_HasTheTablesEntries()
    {
        var schedule = NoiseSchedule.Cosine(20);
        for (var t = 1; t <= 20; t++)
        {
            var jump = schedule.Jump(t, t - 1);
            Assert.Equal(schedule.Beta[t], jump.Beta);
            Assert.Equal(schedule.PosteriorVariance[t], jump.PosteriorVariance, 1e-15);
        }
    }

    [Fact]
    public void Jump_OverSeveralSteps_JoinsThem()
    {
        var schedule = NoiseSchedule.Linear(20, 0.005, 0.3);
        var jump = schedule.Jump(12, 7);
        var alpha = Enumerable.Range(8, 5).Aggregate(1.0, (product, t) => product * schedule.Alpha[t]);
        Assert.Equal(1 - alpha, jump.Beta, 1e-14);
        Assert.Equal((1 - schedule.AlphaBar[7]) / (1 - schedule.AlphaBar[12]) * (1 - alpha), jump.PosteriorVariance, 1e-14);
        Assert.Equal(jump.Beta, jump.Variance(ReverseVariance.Beta));
        Assert.Equal(jump.PosteriorVariance, jump.Variance(ReverseVariance.Posterior));
    }

    [Fact]
    public void Jump_ToCleanData_AddsNoNoise()
    {
        var jump = NoiseSchedule.Linear(10).Jump(1, 0);
        Assert.Equal(0, jump.Variance(ReverseVariance.Beta));
        Assert.Equal(0, jump.Variance(ReverseVariance.Posterior));
        Assert.Equal(0, jump.PosteriorVariance);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(11, 3)]
    [InlineData(5, 5)]
    [InlineData(5, -1)]
    public void Jump_BetweenImpossibleSteps_Refuses(int t, int s) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NoiseSchedule.Linear(10).Jump(t, s));

    [Fact]
    public void On_AskedTwice_GivesTheSameTables()
    {
        var schedule = NoiseSchedule.Linear(10);
        ScheduleTables first;
        using (TorchSharp.torch.NewDisposeScope()) first = schedule.On();
        Assert.Same(first, schedule.On(TorchSharp.torch.CPU));
        Assert.Equal((float)Math.Sqrt(1 - schedule.AlphaBar[1]), first.SqrtOneMinusAlphaBar[1].item<float>());
    }
}
