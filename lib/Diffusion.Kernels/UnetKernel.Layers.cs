using Diffusion.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>The kernel in vectors of one length: its layers, one after another.</summary>
/// <typeparam name="V">The processor's vectors.</typeparam>
internal sealed unsafe partial class UnetKernel<V> : UnetKernel where V : struct, ILanes<V>
{
    private const float Scale = 1 / 1.414f;                            // as in ResidualConvBlock

    private readonly ContextUnet unet;
    private readonly Dictionary<string, nn.Module> modules;
    private readonly MapMemory memory;
    private readonly UnetMaps maps;
    private readonly UnetMaps? gradients;                                 // their gradients
    private readonly bool training;
    private readonly NormedConvolution<V>[] begin, down1, down2, up1, up2;
    private readonly PixelLayer<V> shortcut, rise1, rise2;
    private readonly ConvolutionLayer<V> join, end;
    private readonly GroupNormRelu<V> norm;
    private readonly FeatureMaps begun, down1End, down2End, bottom, raised1, raised2, up1End, joined, activated;
    private readonly AlignedMemory biasSums;                           // [B, F]
    private readonly KernelWorkers workers;

    public UnetKernel(ContextUnet unet, int images, bool training, int threads)
    {
        (this.unet, this.training) = (unet, training);
        modules = unet.named_modules().ToDictionary(entry => entry.name, entry => entry.module);
        memory = new MapMemory(images);
        var (features, height) = (unet.Features, unet.Height);
        maps = UnetMaps.Make(memory, unet.Channels, features, height);
        gradients = training ? UnetMaps.Make(memory, unet.Channels, features, height) : null;
        FeatureMaps fine = maps.Fine.Part(features, features), middle = maps.Middle.Part(features, features);
        (begun, down1End) = (memory.Maps(height, features), memory.Maps(height, features));
        (down2End, bottom) = (memory.Maps(height / 2, 2 * features), memory.Maps(height / 4, 2 * features));
        (raised1, up1End) = (memory.Maps(height / 2, features), memory.Maps(height / 2, features));
        (raised2, joined) = (memory.Maps(height, features), memory.Maps(height, features));
        activated = training ? memory.Maps(height, features) : joined;

        begin = Blocks(["init_conv"], maps.Images, begun);
        down1 = Blocks(["down1.model.0", "down1.model.1"], fine, down1End);
        down2 = Blocks(["down2.model.0", "down2.model.1"], middle, down2End);
        up1 = Blocks(["up1.model.1", "up1.model.2"], raised1, up1End);
        up2 = Blocks(["up2.model.1", "up2.model.2"], raised2, maps.Fine.Part(0, features));
        shortcut = new PixelLayer<V>(Module<Conv2d>("init_conv.shortcut"), maps.Images, fine);
        rise1 = new PixelLayer<V>(Module<ConvTranspose2d>("up1.model.0"), maps.Coarse, raised1);
        rise2 = new PixelLayer<V>(Module<ConvTranspose2d>("up2.model.0"), maps.Middle, raised2);
        join = new ConvolutionLayer<V>(Module<Conv2d>("out.0"), maps.Fine, joined);
        norm = new GroupNormRelu<V>(Module<GroupNorm>("out.1"), joined, activated);
        end = new ConvolutionLayer<V>(Module<Conv2d>("out.3"), activated, maps.Noise);

        biasSums = new AlignedMemory(training ? (long)images * features : 0);
        var blocks = Normed.ToList();
        long scratch = blocks.Max(b => b.Scratch), sums = blocks.Max(b => b.SumCount);
        scratch = ((long[])[scratch, join.Scratch, end.Scratch, shortcut.Scratch, rise1.Scratch, rise2.Scratch]).Max();
        sums = ((long[])[sums, join.SumCount, end.SumCount, shortcut.SumCount, rise1.SumCount, rise2.SumCount]).Max();
        workers = new KernelWorkers(threads, scratch, training ? sums : 0);
    }

    private IEnumerable<NormedConvolution<V>> Normed => [.. begin, .. down1, .. down2, .. up1, .. up2];

    public override int Capacity => memory.Capacity;

    public override void Dispose()
    {
        foreach (var layer in Normed) layer.Dispose();
        foreach (IDisposable part in (IDisposable[])[shortcut, rise1, rise2, join, norm, end, biasSums, memory, workers]) part.Dispose();
    }

    // What is read by address must be there, in one piece: float32 in C order on the CPU, the declared number of images.
    private static bool Reads(Tensor xt, Tensor time, Tensor? context, Tensor target) =>
        FloatData.IsPlain(xt) && FloatData.IsPlain(time) && FloatData.IsPlain(target) && (context is null || FloatData.IsPlain(context));

    private int Require(Tensor xt, Tensor time, Tensor? context)
    {
        unet.Require(xt, time, context);
        return xt.shape[0] <= Capacity ? (int)xt.shape[0]
            : throw new ArgumentException($"{xt.shape[0]} images; this kernel was made for {Capacity} at most.", nameof(xt));
    }

    private static Modulation Of(Tensor scale, Tensor shift) =>
        new(Address(scale), scale.shape[0] == 1 ? 0 : (int)scale.shape[1], Address(shift), shift.shape[0] == 1 ? 0 : (int)shift.shape[1]);

    private void Read(int images, Tensor from, FeatureMaps to)
    {
        var (address, channels) = (Address(from), (int)from.shape[1]);
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.Read((float*)address, channels, to, first, last));
        GC.KeepAlive(from);
    }

    private void Write(int images, FeatureMaps from, Tensor to)
    {
        var (address, channels) = (Address(to), (int)to.shape[1]);
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.Write(from, channels, (float*)address, first, last));
        GC.KeepAlive(to);
    }

    // Good as long as the tensor lives.
    private static nint Address(Tensor tensor)
    {
        fixed (float* start = FloatData.Of(tensor)) return (nint)start;
    }

    private T Module<T>(string name) where T : nn.Module => (T)modules[name];

    private NormedConvolution<V>[] Blocks(string[] names, FeatureMaps x, FeatureMaps end)
    {
        string[] layers = [.. names.SelectMany(name => (string[])[name + ".conv1", name + ".conv2"])];
        var made = new NormedConvolution<V>[layers.Length];
        for (var i = 0; i < layers.Length; i++)
        {
            var a = i == layers.Length - 1 ? end : memory.Maps(end.Height, end.Channels);
            made[i] = new NormedConvolution<V>(Module<Conv2d>(layers[i] + ".0"), Module<BatchNorm2d>(layers[i] + ".1"), x, a, training ? memory : null);
            x = a;
        }
        return made;
    }
}
