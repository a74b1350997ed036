using Diffusion.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>The kernel in vectors of one length: its layers, one after another.</summary>
/// <typeparam name="V">The processor's vectors.</typeparam>
internal sealed unsafe partial class UnetKernel<V> : UnetKernel where V : struct, ILanes<V>
{
    private const float Scale = 1 / 1.414f;                            // as in ResidualConvBlock

    private readonly ContextUnet _unet;
    private readonly Dictionary<string, nn.Module> _modules;
    private readonly MapMemory _memory;
    private readonly UnetMaps _maps;
    private readonly UnetMaps? _gradients;                                // their gradients
    private readonly bool _training;
    private readonly NormedConvolution<V>[] _begin, _down1, _down2, _up1, _up2;
    private readonly PixelLayer<V> _shortcut, _rise1, _rise2;
    private readonly ConvolutionLayer<V> _join, _end;
    private readonly GroupNormRelu<V> _norm;
    private readonly FeatureMaps _begun, _down1End, _down2End, _bottom, _raised1, _raised2, _up1End, _joined, _activated;
    private readonly AlignedMemory _biasSums;                          // [B, F]
    private readonly KernelWorkers _workers;

    public UnetKernel(ContextUnet unet, int images, bool training, int threads)
    {
        (_unet, _training) = (unet, training);
        _modules = unet.named_modules().ToDictionary(entry => entry.name, entry => entry.module);
        _memory = new MapMemory(images);
        var (features, height) = (unet.Features, unet.Height);
        _maps = UnetMaps.Make(_memory, unet.Channels, features, height);
        _gradients = training ? UnetMaps.Make(_memory, unet.Channels, features, height) : null;
        FeatureMaps fine = _maps.Fine.Part(features, features), middle = _maps.Middle.Part(features, features);
        (_begun, _down1End) = (_memory.Maps(height, features), _memory.Maps(height, features));
        (_down2End, _bottom) = (_memory.Maps(height / 2, 2 * features), _memory.Maps(height / 4, 2 * features));
        (_raised1, _up1End) = (_memory.Maps(height / 2, features), _memory.Maps(height / 2, features));
        (_raised2, _joined) = (_memory.Maps(height, features), _memory.Maps(height, features));
        _activated = training ? _memory.Maps(height, features) : _joined;

        _begin = Blocks(["init_conv"], _maps.Images, _begun);
        _down1 = Blocks(["down1.model.0", "down1.model.1"], fine, _down1End);
        _down2 = Blocks(["down2.model.0", "down2.model.1"], middle, _down2End);
        _up1 = Blocks(["up1.model.1", "up1.model.2"], _raised1, _up1End);
        _up2 = Blocks(["up2.model.1", "up2.model.2"], _raised2, _maps.Fine.Part(0, features));
        _shortcut = new PixelLayer<V>(Module<Conv2d>("init_conv.shortcut"), _maps.Images, fine);
        _rise1 = new PixelLayer<V>(Module<ConvTranspose2d>("up1.model.0"), _maps.Coarse, _raised1);
        _rise2 = new PixelLayer<V>(Module<ConvTranspose2d>("up2.model.0"), _maps.Middle, _raised2);
        _join = new ConvolutionLayer<V>(Module<Conv2d>("out.0"), _maps.Fine, _joined);
        _norm = new GroupNormRelu<V>(Module<GroupNorm>("out.1"), _joined, _activated);
        _end = new ConvolutionLayer<V>(Module<Conv2d>("out.3"), _activated, _maps.Noise);

        _biasSums = new AlignedMemory(training ? (long)images * features : 0);
        var blocks = Normed.ToList();
        long scratch = blocks.Max(b => b.Scratch), sums = blocks.Max(b => b.SumCount);
        scratch = ((long[])[scratch, _join.Scratch, _end.Scratch, _shortcut.Scratch, _rise1.Scratch, _rise2.Scratch]).Max();
        sums = ((long[])[sums, _join.SumCount, _end.SumCount, _shortcut.SumCount, _rise1.SumCount, _rise2.SumCount]).Max();
        _workers = new KernelWorkers(threads, scratch, training ? sums : 0);
    }

    private IEnumerable<NormedConvolution<V>> Normed => [.. _begin, .. _down1, .. _down2, .. _up1, .. _up2];

    public override int Capacity => _memory.Capacity;

    public override void Dispose()
    {
        foreach (var layer in Normed) layer.Dispose();
        foreach (var part in (IDisposable[])[_shortcut, _rise1, _rise2, _join, _norm, _end, _biasSums, _memory, _workers]) part.Dispose();
    }

    // What is read by address must be there, in one piece: float32 in C order on the CPU, the declared number of images.
    private static bool Reads(Tensor xt, Tensor time, Tensor? context, Tensor target) =>
        FloatData.IsPlain(xt) && FloatData.IsPlain(time) && FloatData.IsPlain(target) && (context is null || FloatData.IsPlain(context));

    private int Require(Tensor xt, Tensor time, Tensor? context)
    {
        _unet.Require(xt, time, context);
        return xt.shape[0] <= Capacity ? (int)xt.shape[0]
            : throw new ArgumentException($"{xt.shape[0]} images; this kernel was made for {Capacity} at most.", nameof(xt));
    }

    private static Modulation Of(Tensor scale, Tensor shift) =>
        new(Address(scale), scale.shape[0] == 1 ? 0 : (int)scale.shape[1], Address(shift), shift.shape[0] == 1 ? 0 : (int)shift.shape[1]);

    private void Read(int images, Tensor from, FeatureMaps to)
    {
        var (address, channels) = (Address(from), (int)from.shape[1]);
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.Read((float*)address, channels, to, first, last));
        GC.KeepAlive(from);
    }

    private void Write(int images, FeatureMaps from, Tensor to)
    {
        var (address, channels) = (Address(to), (int)to.shape[1]);
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.Write(from, channels, (float*)address, first, last));
        GC.KeepAlive(to);
    }

    // Good as long as the tensor lives.
    private static nint Address(Tensor tensor)
    {
        fixed (float* start = FloatData.Of(tensor)) return (nint)start;
    }

    private T Module<T>(string name) where T : nn.Module => (T)_modules[name];

    private NormedConvolution<V>[] Blocks(string[] names, FeatureMaps x, FeatureMaps end)
    {
        string[] layers = [.. names.SelectMany(name => (string[])[name + ".conv1", name + ".conv2"])];
        var made = new NormedConvolution<V>[layers.Length];
        for (var i = 0; i < layers.Length; i++)
        {
            var a = i == layers.Length - 1 ? end : _memory.Maps(end.Height, end.Channels);
            made[i] = new NormedConvolution<V>(Module<Conv2d>(layers[i] + ".0"), Module<BatchNorm2d>(layers[i] + ".1"), x, a, _training ? _memory : null);
            x = a;
        }
        return made;
    }
}
