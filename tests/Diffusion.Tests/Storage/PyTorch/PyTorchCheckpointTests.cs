using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class PyTorchCheckpointTests
{
    [Theory]
    [InlineData("context_unet.pth", "context_unet_state")]
    [InlineData("attention_unet.pth", "attention_unet_state")]
    public void Read_ACheckpoint_HasTheNamesAndShapesThatPyTorchSaved(string file, string state)
    {
        var read = Read(File.ReadAllBytes(Golden.PathOf(file)));
        var expected = Golden.Values.GetProperty(state).EnumerateObject().ToList();
        Assert.Equal(expected.Select(entry => entry.Name), read.Keys);
        foreach (var entry in expected)
            Assert.Equal(entry.Value.EnumerateArray().Select(size => size.GetInt64()), read[entry.Name].Shape);
    }

    [Fact]
    public void Read_ACheckpoint_HasEachTensorsType()
    {
        var read = Read(File.ReadAllBytes(Golden.PathOf("context_unet.pth")));
        Assert.Equal(ScalarType.Int64, read["init_conv.conv1.1.num_batches_tracked"].Dtype);
        Assert.Equal(3, MemoryMarshal.Read<long>(read["init_conv.conv1.1.num_batches_tracked"].Data.Span)); // it was trained for three steps
        Assert.Equal(ScalarType.Float32, read["init_conv.conv1.0.weight"].Dtype);
    }

    [Fact]
    public void Load_TheNoisePredictor_GivesTheOutputThatPyTorchGave()
    {
        using var scope = NewDisposeScope();
        var w = PyTorchCheckpoint.Load(Golden.PathOf("mlp.pth"));
        var t = Golden.Array("mlp_t0.npy");
        var x = Golden.Array("mlp_xt.npy");
        for (var i = 0; i < 3; i++)
            x = nn.functional.relu(nn.functional.linear(x, w[$"linears.{2 * i}.weight"], w[$"linears.{2 * i}.bias"])
                + w[$"step_embeddings.{i}.weight"].index_select(0, t));
        x = nn.functional.linear(x, w["linears.6.weight"], w["linears.6.bias"]);
        var expected = Golden.Array("mlp_out.npy");
        Assert.InRange((x - expected).abs().max().item<float>(), 0, 1e-6f);
    }

    [Fact]
    public void Read_AStridedView_ComesInCOrder()
    {
        var storage = Floats(0, 1, 2, 3, 4, 5, 6);
        var file = CheckpointFile.With(CheckpointFile.OneTensor(7, 1, [2, 3], [1, 2]), entries: ("data/0", storage));
        Assert.Equal(Floats(1, 3, 5, 2, 4, 6), Read(file)["w"].Data.ToArray());
    }

    [Theory]
    [InlineData(7, 1, new[] { 7 }, new[] { 1 })] // one past the end
    [InlineData(7, -1, new[] { 3 }, new[] { 1 })]
    [InlineData(7, 0, new[] { 3 }, new[] { -1 })]
    [InlineData(7, 0, new[] { -3 }, new[] { 1 })]
    [InlineData(7, 0, new[] { 3 }, new[] { 1, 1 })]
    [InlineData(7, 0, new[] { 2, 2 }, new[] { int.MaxValue, int.MaxValue })]
    [InlineData(7, 0, new[] { int.MaxValue, int.MaxValue, int.MaxValue }, new[] { 0, 0, 0 })] // expanded: huge from little
    public void Read_ATensorThatDoesNotFitItsStorage_IsRefused(int count, int offset, int[] shape, int[] strides)
    {
        var file = CheckpointFile.With(CheckpointFile.OneTensor(count, offset, shape, strides), entries: ("data/0", new byte[4 * 7]));
        Refuses(file, "does not fit its storage of 7 elements");
    }

    [Fact]
    public void Read_AStorageOfAnotherSizeThanDeclared_IsRefused()
        => Refuses(CheckpointFile.With(CheckpointFile.OneTensor(7, 0, [7], [1]), entries: ("data/0", new byte[24])), "has 24 bytes, not 7 elements");

    [Fact]
    public void Read_AMissingStorage_IsRefused()
        => Refuses(CheckpointFile.With(CheckpointFile.OneTensor(7, 0, [7], [1])), "'data/0' is missing");

    [Theory]
    [InlineData("posix", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("torch", "load")]
    [InlineData("torch.nn.modules.linear", "Linear")]
    public void Read_AForeignGlobal_IsRefusedByItsName(string module, string name)
    {
        byte[] pickle = [0x80, 2, .. CheckpointFile.Global(module, name), .. CheckpointFile.Text("echo"), 0x85, (byte)'R', (byte)'.'];
        Refuses(CheckpointFile.With(pickle), $"opcode at byte 2: the global '{module}.{name}'");
    }

    [Theory]
    [InlineData(0x93, "STACK_GLOBAL (0x93)")]
    [InlineData((byte)'i', "INST (0x69)")]
    [InlineData((byte)'o', "OBJ (0x6f)")]
    [InlineData(0x82, "EXT1 (0x82)")]
    [InlineData(0xff, "unknown (0xff)")]
    public void Read_AForeignOpcode_IsRefusedByItsName(byte opcode, string name)
        => Refuses(CheckpointFile.With([0x80, 2, (byte)'N', opcode, (byte)'.']), $"opcode at byte 3: the opcode {name}");

    [Fact]
    public void Read_ANewerPickleProtocol_IsRefused()
        => Refuses(CheckpointFile.With([0x80, 4, (byte)'N', (byte)'.']), "protocol 4");

    [Theory]
    [InlineData("}X\u0001\u0000\u0000\u0000aK\u0001s.", "no state dictionary, but 'a'")]
    [InlineData("K\u0001.", "does not hold a dictionary")]
    [InlineData("}X\u0001\u0000\u0000\u0000aNsX\u0001\u0000\u0000\u0000aNs.", "'a' is there twice")]
    [InlineData("}K\u0001K\u0002.", "values left over")]
    [InlineData("R.", "missing on the stack")]
    [InlineData("u.", "a mark is missing")]
    [InlineData("h\u0007.", "memo 7")]
    [InlineData("NNb.", "no dictionary")]
    [InlineData("]q\u0000h\u0000a.", "does not hold a dictionary")] // a list that holds itself
    [InlineData("X\u00ff\u00ff\u00ff\u007fabc", "only 3 are left")]
    [InlineData("N", "1 bytes are needed")]
    [InlineData("ccollections", "a name does not end")]
    [InlineData("NQ.", "reference to a storage")]
    [InlineData("ccollections\nOrderedDict\n(K\u0001tR.", "is called with arguments")]
    [InlineData("}NNs.", "no state dictionary, but 'None'")]
    [InlineData("}]Ns.", "a key of a dictionary is a list")]
    [InlineData("N)\u0081.", "made of a class that a state dict never has")]
    [InlineData("ctorch\nFloatStorage\n)\u0081.", "made of a class that a state dict never has")]
    public void Read_AMalformedPickle_IsRefusedByWhatIsWrong(string pickle, string problem)
        => Refuses(CheckpointFile.With([0x80, 2, .. Encoding.Latin1.GetBytes(pickle)]), problem);

    [Theory]
    [InlineData("mlp.pth")]
    [InlineData("context_unet.pth")]
    public void Read_DeflatedEntries_HoldTheSameWeights(string file)
    {
        var stored = File.ReadAllBytes(Golden.PathOf(file));
        var deflated = CheckpointFile.Repacked(stored, CompressionLevel.Optimal);
        Assert.InRange(deflated.Length, 1, stored.Length * 95 / 100);
        var (expected, read) = (Read(stored), Read(deflated));
        Assert.Equal(expected.Keys, read.Keys);
        Assert.All(expected, entry => Assert.Equal(entry.Value.Data.ToArray(), read[entry.Key].Data.ToArray()));
    }

    [Fact]
    public void Read_DeflatedEntriesWithAChangedByte_AreRefusedOrTheSame()
    {
        var file = CheckpointFile.Repacked(File.ReadAllBytes(Golden.PathOf("mlp.pth")), CompressionLevel.Optimal);
        var original = Read(file);
        foreach (var damaged in Damage.Flips(file, 500, seed: 2))
        {
            if (Damage.Attempt(Weights, damaged) is { } read)
                Assert.All(original, entry => Assert.Equal(entry.Value.Data.ToArray(), read[entry.Key].Data.ToArray()));
        }
    }

    [Fact]
    public void Read_AnEntryThatInflatesToMoreThanItClaims_IsRefused()
    {
        var file = CheckpointFile.With(CheckpointFile.OneTensor(1000, 0, [1000], [1]), CompressionLevel.Optimal, ("data/0", new byte[400_000]));
        var (claimed, central) = (BitConverter.GetBytes(400_000), file.AsSpan().LastIndexOf(BitConverter.GetBytes(400_000)));
        BitConverter.GetBytes(4000).CopyTo(file, central);
        var local = file.AsSpan().IndexOf(claimed);
        if (local >= 0) BitConverter.GetBytes(4000).CopyTo(file, local);
        Refuses(file, "damaged or not PyTorch's");
    }

    [Fact]
    public void Read_ABombOfZeros_IsRefusedBeforeItIsInflated()
    {
        var file = CheckpointFile.With(CheckpointFile.OneTensor(25_000_000, 0, [25_000_000], [1]), CompressionLevel.Optimal, ("data/0", new byte[100_000_000]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuses(file, "far more than the file's");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10 << 20);
    }

    [Fact]
    public void Read_AFewZerosUnderManyNames_IsRefused()
    {
        var one = CheckpointFile.OneTensor(15_000_000, 0, [15_000_000], [1]);
        byte[] pickle = [0x80, 2, (byte)'}', (byte)'(',
            .. Enumerable.Range(0, 8).SelectMany(n => CheckpointFile.Text($"w{n}").Concat(one[10..^2])), (byte)'u', (byte)'.'];
        Refuses(CheckpointFile.With(pickle, CompressionLevel.Optimal, ("data/0", new byte[60_000_000])), "far more than the file's");
    }

    [Fact]
    public void Read_DictionariesWithoutEnd_AreRefused()
    {
        byte[] open = [.. CheckpointFile.Text("d"), (byte)'}', (byte)'('];
        byte[] pickle = [0x80, 2, (byte)'}', (byte)'(', .. Enumerable.Repeat(open, 40).SelectMany(each => each), .. Enumerable.Repeat((byte)'u', 41), (byte)'.'];
        Refuses(CheckpointFile.With(pickle), "deep in each other");
    }

    [Theory]
    [InlineData(12, 0, "neither stored nor deflated")] // bzip2
    [InlineData(14, 0, "neither stored nor deflated")] // LZMA
    [InlineData(8, 1, "is encrypted")]
    public void Read_AnEntryPackedOtherwise_IsRefusedByItsName(byte method, byte flags, string problem)
    {
        var file = CheckpointFile.With(CheckpointFile.OneTensor(1000, 0, [1000], [1]), CompressionLevel.Optimal, ("data/0", new byte[4000]));
        var central = file.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        (file[central + 8], file[central + 10]) = ((byte)(file[central + 8] | flags), method);
        var error = Assert.Throws<InvalidDataException>(() => Read(file));
        Assert.Contains("data/0", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyTensorsOnOneStorage_IsRefused()
    {
        var one = CheckpointFile.OneTensor(25_000, 0, [25_000], [1]);
        var entry = one[10..^2]; // the tensor after its key, without SETITEMS and STOP
        byte[] pickle = [0x80, 2, (byte)'}', (byte)'(',
            .. Enumerable.Range(0, 100).SelectMany(n => CheckpointFile.Text($"w{n}").Concat(entry)), (byte)'u', (byte)'.'];
        Refuses(CheckpointFile.With(pickle, entries: ("data/0", new byte[100_000])), "far more than the file's");
    }

    [Fact]
    public void Read_ABigEndianCheckpoint_IsRefused()
        => Refuses(CheckpointFile.With(CheckpointFile.OneTensor(1, 0, [1], [1]), entries: [("data/0", new byte[4]), ("byteorder", "big"u8.ToArray())]),
            "big-endian");

    [Fact]
    public void Read_TheFormatBefore1_6_IsRefusedByName()
        => Refuses([0x80, 2, 0x8a, 10, 0x6c, 0xfc], "before 1.6");

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("weights")]
    public void Read_AForeignFile_IsRefused(string content)
        => Refuses(Encoding.Latin1.GetBytes(content), "not a zip file");

    [Fact]
    public void Read_ATruncatedFile_IsRefused()
        => Assert.All(Damage.Truncations(File.ReadAllBytes(Golden.PathOf("mlp.pth"))),
            cut => Assert.Null(Damage.Attempt(Weights, cut)));

    [Fact]
    public void Read_AFileWithAChangedByte_IsRefusedOrTheSame()
    {
        var file = File.ReadAllBytes(Golden.PathOf("mlp.pth"));
        var original = Read(file);
        foreach (var damaged in Damage.Flips(file, 1500, seed: 1))
        {
            if (Damage.Attempt(Weights, damaged) is not { } read)
                continue;
            Assert.Equal(original.Keys, read.Keys);
            Assert.All(original, entry => Assert.Equal(entry.Value.Data.ToArray(), read[entry.Key].Data.ToArray()));
        }
    }

    [Fact]
    public void Read_APickleWithAChangedByte_IsRefusedOrWhole()
    {
        var pickle = CheckpointFile.OneTensor(6, 0, [2, 3], [3, 1]);
        for (var seed = 0; seed < 20; seed++)
            foreach (var damaged in Damage.Flips(pickle, pickle.Length, seed))
                if (Damage.Attempt(Weights, CheckpointFile.With(damaged, entries: ("data/0", new byte[24]))) is { } read)
                    Assert.All(read.Values, tensor => Assert.InRange(tensor.Data.Length, 0, 24));
    }

    private static void Refuses(byte[] file, string problem)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(file));
        Assert.StartsWith("test.pth: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, StoredTensor> Read(byte[] file) => PyTorchCheckpoint.Read(new MemoryStream(file), "test.pth");

    private static IReadOnlyDictionary<string, StoredTensor> Weights(Stream stream, string name) => PyTorchCheckpoint.Read(stream, name);

    private static byte[] Floats(params float[] values) => MemoryMarshal.AsBytes<float>(values).ToArray();
}
