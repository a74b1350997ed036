using System.Text;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class FileKindTests : IDisposable
{
    private const string Page = "\n<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>";
    private const string Pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 3145728\n";

    // The magic number, the protocol and the sizes of types, each a pickle of its own.
    private static readonly byte[] Old =
        [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.', 0x80, 2, (byte)'M', 0xe9, 3, (byte)'.', .. new byte[100]];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Readers => ["weights", "safetensors", "checkpoint", "array", "picture"];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Read_AnHtmlPage_SaysSo(string reader) => Refused(reader, Encoding.ASCII.GetBytes(Page), "it is an HTML page, which a download saved", "Open the address in a browser");

    [Theory]
    [MemberData(nameof(Readers))]
    public void Read_APointerOfGitLfs_SaysSo(string reader)
        => Refused(reader, Encoding.ASCII.GetBytes(Pointer), "a pointer of Git LFS to a file of 3145728 bytes", "git lfs pull");

    [Theory]
    [MemberData(nameof(Readers))]
    public void Read_ACheckpointFromBefore1_6_SaysSo(string reader) => Refused(reader, Old, "PyTorch wrote before 1.6", "torch.save(torch.load(path, weights_only=True), \"new.pth\")");

    [Theory]
    [MemberData(nameof(Readers))]
    public void Read_WhatTorchSharpSaves_SaysSo(string reader)
    {
        using var model = nn.Sequential(("first", nn.Linear(2, 3)), ("second", nn.Linear(3, 1)));
        model.save(_folder.File("model.dat"));
        Refused(reader, File.ReadAllBytes(_folder.File("model.dat")), "TorchSharp's Module.save", "model.load(path)");
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Read_APythonPickle_SaysSo(string reader) => Refused(reader, [0x80, 4, 0x95, .. new byte[40]], "a Python pickle", "torch.save");

    public static TheoryData<string, string, string> Foreign => new()
    {
        { "\0\0\u0008\u0003\0\0\0\u000a\0\0\0\u001c\0\0\0\u001c and the pixels", "an idx file [10, 28, 28], the format of MNIST", "offset=16).reshape(10, 28, 28)" },
        { "\0\0\u0008\u0001\0\0\0\u000a and the labels", "an idx file [10], the format of MNIST", "offset=8).reshape(10)" },
        { "label,pixel1,pixel2\r\n1,0,255\r\n", "it is a text", "numpy.loadtxt" },
        { "MATLAB 5.0 MAT-file, Platform: GLNXA64\0\0", "a file of MATLAB's", "scipy.io.loadmat" },
        { "PK\u0003\u0004\u0014\0\0\0\0\0\0\0!\0aaaabbbbcccc\u0005\0\0\0x.npyrest", "several NumPy arrays in a zip archive (.npz)", "the .npy files in it are read" },
        { "GIF89a and so on and on", "a GIF picture", "ImageFolder.Load" },
        { "RIFF\0\0\0\0WEBPVP8 ", "a WebP picture", "PictureFile.Load" },
        { "\u0018\0\0\0\0\0\0\0abcd\tabcdefgh\u001a\u000dbrain.Event:2efgh", "a log for TensorBoard", "the checkpoint that lies beside it" },
        { "BZh91AY&SY", "packed by bzip2", "bunzip2" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Read_WhatPeopleDownload_SaysWhatItIsAndWhatToDo(string content, string what, string remedy)
    {
        foreach (var reader in new[] { "weights", "safetensors", "checkpoint", "array" })
            Refused(reader, Encoding.Latin1.GetBytes(content), what, remedy);
    }

    [Fact]
    public void Read_AnotherFormatOfOurs_NamesItsReader()
    {
        NpyFile.Save(_folder.File("x.npy"), zeros(2));
        Refused("weights", File.ReadAllBytes(_folder.File("x.npy")), "a NumPy array", "NpyFile.Load");
        SafetensorsFile.Save(_folder.File("x.safetensors"), new Dictionary<string, Tensor> { ["w"] = zeros(2) });
        Refused("array", File.ReadAllBytes(_folder.File("x.safetensors")), "a safetensors file", "SafetensorsFile.Load");
        PngFile.Save(_folder.File("x.png"), zeros([1, 4, 4], dtype: ScalarType.Byte));
        Refused("array", File.ReadAllBytes(_folder.File("x.png")), "a PNG picture", "PictureFile.Load");
    }

    private void Refused(string reader, byte[] content, string what, string remedy)
    {
        var path = _folder.File("file");
        File.WriteAllBytes(path, content);
        using var model = nn.Linear(2, 2);
        var error = Assert.Throws<InvalidDataException>(() =>
        {
            switch (reader)
            {
                case "weights": model.LoadWeights(path); break;
                case "safetensors": SafetensorsFile.Load(path); break;
                case "checkpoint": PyTorchCheckpoint.Load(path); break;
                case "array": NpyFile.Load(path); break;
                default: PictureFile.Load(path); break;
            }
        });
        Assert.StartsWith($"{path}: it is ", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}
