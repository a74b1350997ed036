using System.Runtime.InteropServices;
using System.Text;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class NpyFileTests
{
    [Fact]
    public void Read_Uint8InCOrder_HoldsWhatNumpyWrote()
    {
        var array = Read("npy_uint8_c.npy");
        Assert.Equal(ScalarType.Byte, array.Dtype);
        Assert.Equal([2, 4, 4, 3], array.Shape);
        Assert.Equal(Enumerable.Range(0, 96).Select(n => (byte)n), array.Data.ToArray());
    }

    [Fact]
    public void Read_Float64InCOrder_HoldsWhatNumpyWrote()
    {
        var array = Read("npy_float64_c.npy");
        Assert.Equal(ScalarType.Float64, array.Dtype);
        Assert.Equal([2, 5], array.Shape);
        var values = Values<double>(array);
        for (var i = 0; i < 10; i++)
            Assert.Equal(-1 + 2 * i / 9.0, values[i], 1e-15);
    }

    [Fact]
    public void Read_FortranOrder_ComesInCOrder()
    {
        var array = Read("npy_float32_fortran.npy");
        Assert.Equal([2, 3], array.Shape);
        Assert.Equal([0, 1, 2, 3, 4, 5], Values<float>(array));
    }

    [Fact]
    public void Read_BigEndian_ComesInLittleEndian()
    {
        var array = Read("npy_float32_big_endian.npy");
        Assert.Equal([3], array.Shape);
        Assert.Equal([0, 1, 2], Values<float>(array));
    }

    [Fact]
    public void Read_SizesAsPython2WroteThem_AreTaken()
        => Assert.Equal([2, 4], Read(File("{'descr': '|u1', 'fortran_order': False, 'shape': (2L, 4L), }", new byte[8])).Shape);

    [Fact]
    public void Read_Scalar_HasNoDimension()
    {
        var array = Read("npy_int64_scalar.npy");
        Assert.Equal(ScalarType.Int64, array.Dtype);
        Assert.Empty(array.Shape);
        Assert.Equal([7], Values<long>(array));
    }

    [Fact]
    public void Read_EmptyArray_KeepsItsShape()
    {
        var array = Read("npy_empty.npy");
        Assert.Equal([0, 3], array.Shape);
        Assert.Equal(0, array.Data.Length);
    }

    [Fact]
    public void Read_FortranOrderOfRankThree_ComesInCOrder()
    {
        var fortran = new byte[24];
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < 3; j++)
                for (var k = 0; k < 4; k++)
                    fortran[i + 2 * (j + 3 * k)] = (byte)(12 * i + 4 * j + k);
        var file = File("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3, 4), }", fortran);
        Assert.Equal(Enumerable.Range(0, 24).Select(n => (byte)n), Read(file).Data.ToArray());
    }

    [Theory]
    [InlineData("npy_uint8_c.npy")]
    [InlineData("npy_float64_c.npy")]
    [InlineData("npy_int64_scalar.npy")]
    [InlineData("npy_empty.npy")]
    [InlineData("swiss_roll.npy")]
    [InlineData("mlp_t0.npy")]
    public void Write_AnArray_GivesTheBytesThatNumpyGives(string file)
    {
        var written = new MemoryStream();
        NpyFile.Write(written, Read(file));
        Assert.Equal(System.IO.File.ReadAllBytes(Golden.PathOf(file)), written.ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Bool, 1)]
    [InlineData(ScalarType.Byte, 1)]
    [InlineData(ScalarType.Int8, 1)]
    [InlineData(ScalarType.Int16, 2)]
    [InlineData(ScalarType.Int32, 4)]
    [InlineData(ScalarType.Int64, 8)]
    [InlineData(ScalarType.Float16, 2)]
    [InlineData(ScalarType.Float32, 4)]
    [InlineData(ScalarType.Float64, 8)]
    public void WriteThenRead_EveryType_GivesTheSameArray(ScalarType dtype, int size)
    {
        var data = Enumerable.Range(0, 6 * size).Select(n => (byte)(n % 2)).ToArray();
        var file = new MemoryStream();
        NpyFile.Write(file, new StoredTensor(dtype, [3, 2], data));
        var read = Read(file.ToArray());
        Assert.Equal(dtype, read.Dtype);
        Assert.Equal([3, 2], read.Shape);
        Assert.Equal(data, read.Data.ToArray());
    }

    [Fact]
    public void SaveThenLoad_ATransposedTensor_GivesTheSameTensor()
    {
        using var folder = new TemporaryFolder();
        using var tensor = arange(6, dtype: ScalarType.Float32).reshape(2, 3).t();
        NpyFile.Save(folder.File("a.npy"), tensor);
        using var read = NpyFile.Load(folder.File("a.npy"));
        Assert.Equal([3, 2], read.shape);
        Assert.True(read.equal(tensor).all().item<bool>());
        Assert.Equal(["a.npy"], folder.Names());
    }

    [Fact]
    public void Save_ATypeUnknownToNumpy_IsRefusedAndKeepsTheOldFile()
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(folder.File("a.npy"), "old");
        using var tensor = zeros(2, dtype: ScalarType.BFloat16);
        var error = Assert.Throws<ArgumentException>(() => NpyFile.Save(folder.File("a.npy"), tensor));
        Assert.Contains("float32", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a.npy"], folder.Names());
        Assert.Equal("old", System.IO.File.ReadAllText(folder.File("a.npy")));
    }

    [Theory]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", "'<c8'")]
    [InlineData("{'descr': '<u4', 'fortran_order': False, 'shape': (1,), }", "'<u4'")]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "'|O'")]
    [InlineData("{'descr': '|f8', 'fortran_order': False, 'shape': (1,), }", "'|f8'")]
    [InlineData("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }", "records of several fields (a structured type). Save one field")]
    [InlineData("{'descr': '<U3', 'fortran_order': False, 'shape': (1,), }", "It holds texts. Number the classes")]
    [InlineData("{'descr': 5, 'fortran_order': False, 'shape': (1,), }", "quoted string")]
    [InlineData("{'descr': '<f8', 'fortran_order': 0, 'shape': (1,), }", "True or False")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", "a size is expected")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775808,), }", "a size is expected")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }", "too large")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807,), }", "too large")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (100000000,), }", "needs 800000000 bytes")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (0,), }", "8 bytes follow")]
    [InlineData("{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", "'descr' is unknown or doubled")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'x': 1}", "'x' is unknown or doubled")]
    [InlineData("{'descr': '<f8', 'shape': (1,), }", "missing")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), } 1", "nothing may follow")]
    [InlineData("{'descr': '<f8", "not closed")]
    [InlineData("", "'{' is expected")]
    public void Read_AHeaderThatLies_IsRefusedByWhatIsWrong(string header, string problem)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(File(header, new byte[8])));
        Assert.StartsWith("test.npy: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF and more")]
    [InlineData("\u0093NUMPY")]
    public void Read_AForeignFile_IsRefused(string content)
        => Assert.Contains("magic bytes",
            Assert.Throws<InvalidDataException>(() => Read(Encoding.Latin1.GetBytes(content))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ABoolThatIsNeitherZeroNorOne_IsRefused()
        => Assert.Contains("element 1", Assert.Throws<InvalidDataException>(
            () => Read(File("{'descr': '|b1', 'fortran_order': False, 'shape': (2,), }", [1, 2]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ATruncatedFile_IsRefused()
    {
        foreach (var file in Directory.GetFiles(Golden.PathOf("."), "npy_*.npy"))
            Assert.All(Damage.Truncations(System.IO.File.ReadAllBytes(file)), cut => Assert.Null(Damage.Attempt(NpyFile.Read, cut)));
    }

    [Fact]
    public void Read_AFileWithAChangedByte_IsRefusedOrWhole()
    {
        foreach (var file in Directory.GetFiles(Golden.PathOf("."), "npy_*.npy"))
            for (var seed = 0; seed < 10; seed++)
                foreach (var damaged in Damage.Flips(System.IO.File.ReadAllBytes(file), 200, seed))
                    if (Damage.Attempt(NpyFile.Read, damaged) is { } read)
                        Assert.True(read.Data.Length <= damaged.Length);
    }

    private static StoredTensor Read(string file)
    {
        using var stream = System.IO.File.OpenRead(Golden.PathOf(file));
        return NpyFile.Read(stream, file);
    }

    private static StoredTensor Read(byte[] file) => NpyFile.Read(new MemoryStream(file), "test.npy");

    private static T[] Values<T>(StoredTensor tensor)
        where T : struct => MemoryMarshal.Cast<byte, T>(tensor.Data.Span).ToArray();

    private static byte[] File(string header, byte[] data)
        => [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. data];
}
