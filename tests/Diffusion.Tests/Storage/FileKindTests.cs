using System.Text;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class FileKindTests : IDisposable
{
    private const string Page = "\n<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>";
    private const string Pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 3145728\n";

    // The magic number, the protocol and the sizes of types, each a pickle of its own.
    private static readonly byte[] s_old =
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
    public void Read_ACheckpointFromBefore1_6_SaysSo(string reader) => Refused(reader, s_old, "PyTorch wrote before 1.6", "torch.save(torch.load(path, weights_only=True), \"new.pth\")");

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
