using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

/// <summary>Whole paths of samplers against PyTorch's, with one network and the noise given.</summary>
public class GoldenPathTests
{
    private const double Tolerance = 2e-3;

    [Fact]
    public void DdimSampler_With25Steps_FollowsPyTorchsPath()
    {
        var course = Course500();
        var sampler = new DdimSampler(course) { Steps = 25 };
        var predictor = Unet().Predictor(course, Golden.Array("unet_context.npy")[..2]);
        Follow(sampler.Run(predictor, Golden.Array("sampler_start.npy")).Select(step => step.X), Golden.Array("ddim_path.npy"));
    }

    [Fact]
    public void AncestralSampler_WithGivenNoise_FollowsPyTorchsPath()
    {
        var schedule = NoiseSchedule.FromBetas(Golden.Numbers("schedules", "linear_20", "beta")[1..]);
        var (noise, unet) = (Golden.Array("ddpm_noise.npy"), Unet().Predictor(schedule));
        using var generator = new Generator(1);
        using var same = new Generator(1);

        // The sampler adds σ z of its own. This ε̂ differs from the network's by what turns that into the given noise.
        Tensor Steered(Tensor xt, int t)
        {
            var jump = schedule.Jump(t, t - 1);
            var sigma = Math.Sqrt(jump.Variance(ReverseVariance.Beta));
            if (sigma == 0) return unet(xt, t);
            var own = empty_like(xt).normal_(0, sigma, same);
            return unet(xt, t) + (noise[t - 1] * sigma - own) / jump.MeanEps;
        }

        var path = new AncestralSampler(schedule).Run(Steered, Golden.Array("sampler_start.npy"), generator);
        Follow(path.Select(step => step.X), Golden.Array("ddpm_path.npy"));
    }

    private static void Follow(IEnumerable<Tensor> path, Tensor expected)
    {
        var k = 0;
        foreach (var x in path)
        {
            Near.Equal(expected[k], x, Tolerance * expected[k].abs().max().item<float>());
            k++;
        }
        Assert.Equal(expected.shape[0], k);
    }

    // The course keeps its β₀ in every ᾱ from 1 on: the first step has it folded in.
    private static NoiseSchedule Course500()
    {
        var alphaBar = Golden.Numbers("schedules", "course_500", "alpha_bar");
        return NoiseSchedule.FromBetas(Enumerable.Range(1, alphaBar.Length - 1).Select(t => 1 - alphaBar[t] / alphaBar[t - 1]));
    }

    private static ContextUnet Unet()
    {
        var unet = new ContextUnet();
        unet.LoadWeights(Golden.PathOf("context_unet.pth"));
        return unet;
    }
}
