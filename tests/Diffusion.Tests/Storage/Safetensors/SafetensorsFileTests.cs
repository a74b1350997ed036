using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class SafetensorsFileTests
{
    private static readonly Dictionary<string, StoredTensor> Sample = new()
    {
        ["z.bool"] = new(ScalarType.Bool, [2], new byte[] { 1, 0 }),
        ["b.float"] = new(ScalarType.Float32, [2, 1], new byte[] { 0, 0, 128, 63, 0, 0, 0, 64 }),
        ["a.float"] = new(ScalarType.Float32, [], new byte[] { 0, 0, 64, 64 }),
        ["half"] = new(ScalarType.Float16, [1], new byte[] { 0, 60 }),
        ["brain"] = new(ScalarType.BFloat16, [1], new byte[] { 128, 63 }),
        ["größe"] = new(ScalarType.Int64, [1], new byte[] { 5, 0, 0, 0, 0, 0, 0, 0 }),
        ["empty"] = new(ScalarType.Float64, [0, 3], Array.Empty<byte>()),
    };

    [Fact]
    public void Write_ASmallSet_GivesTheFormatsBytes()
    {
        const string header = """{"__metadata__":{"made":"by hand"},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"""
            + ""","a":{"dtype":"U8","shape":[3],"data_offsets":[4,7]}}""";
        var padded = header.PadRight((header.Length + 7) / 8 * 8);
        byte[] expected = [(byte)padded.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(padded), 0, 0, 128, 63, 1, 2, 3];
        var written = Bytes(new()
        {
            ["a"] = new(ScalarType.Byte, [3], new byte[] { 1, 2, 3 }),
            ["b"] = new(ScalarType.Float32, [1], new byte[] { 0, 0, 128, 63 }),
        }, new() { ["made"] = "by hand" });
        Assert.Equal(expected, written);
    }

    [Fact]
    public void Write_EveryTensor_StandsWhereAnIndependentReaderFindsIt()
    {
        var file = Bytes(Sample, new() { ["k"] = "v" });
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(0, (8 + length) % 8);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        var widths = new Dictionary<string, int> { ["BOOL"] = 1, ["F16"] = 2, ["BF16"] = 2, ["F32"] = 4, ["I64"] = 8, ["F64"] = 8 };
        Assert.Equal(Sample.Count + 1, header.RootElement.EnumerateObject().Count());
        foreach (var (name, tensor) in Sample)
        {
            var entry = header.RootElement.GetProperty(name);
            var begin = entry.GetProperty("data_offsets")[0].GetInt32();
            var end = entry.GetProperty("data_offsets")[1].GetInt32();
            Assert.Equal(0, begin % widths[entry.GetProperty("dtype").GetString()!]);
            Assert.Equal(tensor.Shape, entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()));
            Assert.Equal(tensor.Data.ToArray(), file[(8 + length + begin)..(8 + length + end)]);
        }
    }

    [Fact]
    public void WriteThenRead_EveryType_GivesTheSameTensors()
    {
        var read = Read(Bytes(Sample));
        Assert.Equal(Sample.Keys.Order(), read.Keys.Order());
        foreach (var (name, tensor) in Sample)
        {
            Assert.Equal(tensor.Dtype, read[name].Dtype);
            Assert.Equal(tensor.Shape, read[name].Shape);
            Assert.Equal(tensor.Data.ToArray(), read[name].Data.ToArray());
        }
    }

    [Fact]
    public void SaveThenLoad_TensorsAndMetadata_ComeBack()
    {
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        var path = folder.File("w.safetensors");
        var tensors = new Dictionary<string, Tensor> { ["w"] = arange(6, dtype: ScalarType.Float32).reshape(2, 3).t(), ["n"] = tensor(3L) };
        SafetensorsFile.Save(path, tensors, new Dictionary<string, string> { ["seed"] = "7" });
        var read = SafetensorsFile.Load(path);
        Assert.True(read["w"].equal(tensors["w"]).all().item<bool>());
        Assert.Equal(3L, read["n"].item<long>());
        Assert.Equal("7", SafetensorsFile.LoadMetadata(path)["seed"]);
        Assert.Equal(["w.safetensors"], folder.Names());
    }

    [Fact]
    public void Write_TheFormatsOwnName_IsRefused()
        => Assert.Throws<ArgumentException>(() => Bytes(new() { ["__metadata__"] = Sample["half"] }));

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "does not fit its data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "does not fit its data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "does not fit its data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", "does not fit its data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", "does not fit its data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}""", "3 data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""", "not safetensors'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}""", "not safetensors'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", "other members")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offset":[0,8]}}""", "not safetensors'")]
    [InlineData("""{"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}""", "'F8_E4M3'")]
    [InlineData("""{"a":{"dtype":7,"shape":[8],"data_offsets":[0,8]}}""", "not safetensors'")]
    [InlineData("""{"a":[1]}""", "not safetensors'")]
    [InlineData("""{"__metadata__":{"a":1}}""", "not safetensors'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "uplicate")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "overlap")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "hole")]
    [InlineData("""{"a":{"dtype":"F32","shape":[250000000],"data_offsets":[0,1000000000]}}""", "needs 1000000000 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "4 bytes follow")]
    [InlineData("""{"a":""", "not safetensors'")]
    [InlineData(" {}", "'{'")]
    public void Read_AHeaderThatLies_IsRefusedByWhatIsWrong(string header, string problem)
    {
        byte[] file = [(byte)header.Length, (byte)(header.Length >> 8), 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(header), .. new byte[8]];
        var error = Assert.Throws<InvalidDataException>(() => Read(file));
        Assert.StartsWith("test.safetensors: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ulong.MaxValue, "more than the 100000000")]
    [InlineData(1UL << 63, "more than the 100000000")]
    [InlineData(99_999_999UL, "needs 99999999 bytes")]
    public void Read_AHeaderLengthThatLies_IsRefusedBeforeAnythingIsAllocated(ulong length, string problem)
    {
        var file = Bytes(Sample);
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<InvalidDataException>(() => Read(file));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Read_ATruncatedFile_IsRefused()
        => Assert.All(Damage.Truncations(Bytes(Sample)), cut => Assert.Null(Damage.Attempt(SafetensorsFile.Read, cut)));

    [Fact]
    public void Read_AFileWithAChangedByte_IsRefusedOrWhole()
    {
        for (var seed = 0; seed < 10; seed++)
            foreach (var damaged in Damage.Flips(Bytes(Sample), 300, seed))
                if (Damage.Attempt(SafetensorsFile.Read, damaged) is { } read)
                    Assert.True(read.Values.Sum(tensor => tensor.Data.Length) < damaged.Length);
    }

    private static byte[] Bytes(Dictionary<string, StoredTensor> tensors, Dictionary<string, string>? metadata = null)
    {
        var file = new MemoryStream();
        SafetensorsFile.Write(file, tensors, metadata);
        return file.ToArray();
    }

    private static IReadOnlyDictionary<string, StoredTensor> Read(byte[] file) => SafetensorsFile.Read(new MemoryStream(file), "test.safetensors");
}
