using Diffusion.Models;
using Diffusion.Schedules;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Tests.Models;

public sealed class AttentionUnetTests : IDisposable
{
    private readonly Generator _generator = new(1);
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        _generator.Dispose();
    }

    private AttentionUnet Small(int width = 8, int classes = 0, int channels = 3) => new(channels, width, 32, classes, _generator);

    private static AttentionUnet Published()
    {
        var unet = new AttentionUnet(3, 8, 32);
        unet.LoadWeights(Golden.PathOf("attention_unet.pth"));
        return unet;
    }

    [Fact]
    public void StateDict_OfTheNetwork_HasThePublishedNamesAndShapes()
    {
        var expected = Golden.Values.GetProperty("attention_unet_state").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => string.Join(",", entry.Value.EnumerateArray()));
        var actual = Small().state_dict().ToDictionary(entry => entry.Key, entry => string.Join(",", entry.Value.shape));
        Assert.Equal(expected.OrderBy(entry => entry.Key), actual.OrderBy(entry => entry.Key));
        Assert.Equal(expected.Keys.Append("label_emb.weight").Order(), Small(classes: 7).state_dict().Keys.Order());
    }

    [Fact]
    public void Forward_OfThePublishedWeights_EqualsTheReference()
    {
        var unet = Published();
        var (x, t, expected) = (Golden.Array("attention_x.npy"), Golden.Array("attention_t.npy"), Golden.Array("attention_out.npy"));
        double largest = expected.abs().max().item<float>();
        Near.Equal(expected, unet.call(x, unet.TimeOf(t, 1000), null), 1e-4 * largest);

        var schedule = NoiseSchedule.Linear(1000);
        var predictor = unet.Predictor(schedule);
        foreach (var i in (int[])[0, 1])
            Near.Equal(expected[i], predictor(x.narrow(0, i, 1), (int)t[i].item<long>())[0], 1e-4 * largest);
    }

    [Fact]
    public void Forward_WithAClass_AddsItsVectorToTheTimesCode()
    {
        var unet = Small(classes: 3);
        var x = randn([2, 3, 8, 8], generator: _generator);
        var time = ones(1) * 5;
        var nothing = unet.call(x, time, null);
        Near.Equal(nothing, unet.call(x, time, zeros(1, 3)), 1e-6);
        var both = unet.call(x, time, tensor(new float[] { 0, 1, 0, 0, 0, 1 }, 2, 3));
        Near.Equal(unet.call(x, time, tensor(new float[] { 0, 0, 1 }, 1, 3))[1], both[1], 1e-5);
        Assert.True(Near.Difference(both[0], nothing[0]) > 1e-3);
    }

    [Fact]
    public void MixedPrecision_OnAProcessor_GivesTwoDigitsAndTrains()
    {
        var unet = Published();
        var (x, time) = (Golden.Array("attention_x.npy"), tensor(new float[] { 1, 700 }));
        var exact = unet.call(x, time, null);
        unet.MixedPrecision = true;
        var difference = Near.Difference(exact, unet.call(x, time, null));
        Assert.InRange(difference, 1e-5, 0.03 * exact.abs().max().item<float>());
        unet.call(x, time, null).square().mean().backward();
        Assert.All(unet.parameters(), p => Assert.Equal(ScalarType.Float32, p.grad!.dtype));
    }

    [Fact]
    public void Predictor_OfTrainedWeights_KeepsThemAsTheyWere()
    {
        var unet = Small();
        var predictor = unet.Predictor(NoiseSchedule.Linear(10));
        var x = randn([2, 3, 16, 16], generator: _generator);
        var before = predictor(x, 4);
        using (no_grad())
            foreach (var p in unet.parameters()) p.mul_(2);
        Near.Equal(before, predictor(x, 4), 0);
        Near.Equal(before[0], predictor(x[..1], 4)[0], 1e-5);
        Assert.Throws<ArgumentOutOfRangeException>(() => predictor(x, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => predictor(x, 11));
    }

    [Fact]
    public void Construction_FromAGenerator_DrawsTheSameWeights()
    {
        using Generator one = new(5), other = new(5);
        var (a, b) = (new AttentionUnet(3, 8, 32, 2, one), new AttentionUnet(3, 8, 32, 2, other));
        Assert.All(a.state_dict(), pair => Near.Equal(pair.Value, b.state_dict()[pair.Key], 0));
        var state = a.state_dict();
        Near.Equal(ones(16), state["down1.maxpool_conv.2.double_conv.1.weight"], 0);
        Near.Equal(zeros(16), state["sa1.mha.out_proj.bias"], 0);
        Assert.InRange(state["sa1.mha.in_proj_weight"].abs().max().item<float>(), 0.2, Math.Sqrt(6.0 / 64));
    }

    [Fact]
    public void Network_OfWhatDoesNotFit_SaysWhat()
    {
        Assert.Contains("multiple of 4", Assert.Throws<ArgumentOutOfRangeException>(() => new AttentionUnet(width: 6)).Message, StringComparison.Ordinal);
        Assert.Contains("even", Assert.Throws<ArgumentOutOfRangeException>(() => new AttentionUnet(timeSize: 7)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttentionUnet(classes: -1));
        var (unet, classed, x) = (Small(), Small(classes: 3), zeros(2, 3, 8, 8));
        void Refused(string word, Action act) =>
            Assert.Contains(word, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
        Refused("[2, 3, 20, 8]", () => unet.call(zeros(2, 3, 20, 8), ones(1), null));
        Refused("8 divides", () => unet.call(zeros(2, 3, 8, 12), ones(1), null));
        Refused("[2, 1, 8, 8]", () => unet.call(zeros(2, 1, 8, 8), ones(1), null));
        Refused("time", () => unet.call(x, ones(3), null));
        Refused("without contexts", () => unet.call(x, ones(1), zeros(2, 3)));
        Refused("[2, 4]", () => classed.call(x, ones(1), zeros(2, 4)));
        Refused("[1, 2]", () => classed.Predictor(NoiseSchedule.Linear(5), zeros(1, 2)));
        Refused("3 contexts", () => classed.call(x, ones(1), zeros(3, 3)));
    }
}
