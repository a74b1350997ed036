using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Diffusion.Storage;

/// <summary>What a file is that is not what its name says, by its first bytes.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Remedy">What to do.</param>
internal sealed partial record FileKind(string Name, string Remedy)
{
    /// <summary>Bytes of a file's beginning that are enough to tell.</summary>
    public const int Bytes = 512;

    private const string Convert = "Convert it with the program that wrote it: data to .npy with numpy.save(path, array), weights to safetensors or with torch.save(model.state_dict(), path)";

    private static readonly FileKind Picture = new("a picture", "Read it with PictureFile.Load, or a folder of them with ImageFolder.Load");

    private static readonly SearchValues<byte> Text = SearchValues.Create([.. "\t\r\n"u8, .. Enumerable.Range(' ', 95).Select(letter => (byte)letter)]);

    private static readonly (byte[] Start, FileKind Kind)[] Signatures =
    [
        // The number 0x1950a86a20f9469cfc6c, pickled.
        ([0x80, 2, 0x8a, 10, 0x6c, 0xfc], new("a checkpoint as PyTorch wrote before 1.6, a bare pickle",
            "In PyTorch 1.13 or later: torch.save(torch.load(path, weights_only=True), \"new.pth\")")),
        ([0x93, .. "NUMPY"u8], new("a NumPy array (.npy)", "Read it with NpyFile.Load")),
        ([0x1f, 0x8b], new("a file packed by gzip", "Unpack it: gunzip")),
        ([.. "BZh"u8], new("a file packed by bzip2", "Unpack it: bunzip2")),
        ([0xfd, .. "7zXZ"u8], new("a file packed by xz", "Unpack it: unxz")),
        ([0x89, .. "HDF"u8], new("an HDF5 file, as Keras writes", Convert)),
        ([.. "MATLAB "u8], new("a file of MATLAB's (.mat)",
            "Convert it in Python: numpy.save(\"data.npy\", scipy.io.loadmat(path)[\"X\"]), with the name of what it holds for X")),
        ([.. "GGUF"u8], new("a GGUF file, as llama.cpp reads", Convert)),
        ([0x89, .. "PNG"u8], Picture with { Name = "a PNG picture" }),
        ([0xff, 0xd8, 0xff], Picture with { Name = "a JPEG picture" }),
        ([.. "GIF8"u8], Picture with { Name = "a GIF picture" }),
    ];

    /// <summary>What the beginning tells; null if it is unknown.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> start)
    {
        foreach (var (signature, kind) in Signatures)
        {
            if (start.StartsWith(signature)) return kind;
        }
        var text = Encoding.Latin1.GetString(start).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (text.StartsWith("version https://git-lfs", StringComparison.Ordinal))
            return new($"a pointer of Git LFS to a file{(Size().Match(text) is { Success: true } size ? $" of {size.Groups[1].Value} bytes" : "")}, not that file",
                "Fetch it in its repository with: git lfs pull");
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return new("an HTML page, which a download saved in the file's place",
                "Open the address in a browser: it may ask to log in or to confirm; then download the file itself");
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
            return new("an XML text, as a server's message of an error is", "Open the address in a browser, and download the file itself");
        if (start.StartsWith("PK\u0003\u0004"u8))
            return Zip(start);
        if (Idx(start) is { } idx)
            return idx;
        if (start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..].StartsWith("WEBP"u8))
            return Picture with { Name = "a WebP picture" };
        if (start.IndexOf("brain.Event:2"u8) is >= 12 and < 64)
            return new("a log for TensorBoard, which holds no weights", "Name the checkpoint that lies beside it; tensorboard --logdir FOLDER draws the log");
        if (IsSafetensors(start))
            return new("a safetensors file", "Read it with SafetensorsFile.Load");
        if (IsTorchSharp(start))
            return new("weights in the format of TorchSharp's Module.save",
                "Load them with model.load(path), and write them with model.SaveWeights(\"….safetensors\")");
        if (start is [0x80, >= 2 and <= 5, ..])
            return new("a Python pickle, a program that is not run here",
                "Save it in Python as a plain format: numpy.save(path, array), or torch.save(model.state_dict(), path)");
        return IsText(start) ? new("a text",
            "Numbers in a text are converted in Python: numpy.save(\"data.npy\", numpy.loadtxt(path, delimiter=\",\")), with skiprows=1 if a line of names leads") : null;
    }

    /// <summary>Whether a zip archive is one of arrays.</summary>
    public static bool IsNpz(ReadOnlySpan<byte> start) => FirstEntry(start).EndsWith(".npy", StringComparison.Ordinal);

    // Its name stands at byte 30.
    private static string FirstEntry(ReadOnlySpan<byte> start) => start.Length <= 30 || !start.StartsWith("PK\u0003\u0004"u8) ? ""
        : Encoding.Latin1.GetString(start[30..Math.Min(start.Length, 30 + BinaryPrimitives.ReadUInt16LittleEndian(start[26..]))]);

    private static FileKind Zip(ReadOnlySpan<byte> start)
    {
        var name = FirstEntry(start);
        return IsNpz(start) ? new("several NumPy arrays in a zip archive (.npz)", "Unpack it: the .npy files in it are read, each by itself")
            : name.EndsWith("/data.pkl", StringComparison.Ordinal) ? new("what torch.save writes",
                "Weights are read with LoadWeights or PyTorchCheckpoint.Load; data must be saved as an array: numpy.save(\"data.npy\", tensor.numpy())")
            : new("a zip archive, as PyTorch's checkpoints and NumPy's .npz files are", "Read a checkpoint with PyTorchCheckpoint.Load; unpack others");
    }

    // Two zeros, the type of the elements (bytes here), the number of axes and their sizes, big-endian.
    private static FileKind? Idx(ReadOnlySpan<byte> start)
    {
        if (start is not [0, 0, 8, >= 1 and <= 4, ..] || start.Length < 4 + (4 * start[3])) return null;
        var sizes = new uint[start[3]];
        for (var axis = 0; axis < sizes.Length; axis++)
            sizes[axis] = BinaryPrimitives.ReadUInt32BigEndian(start[(4 + (4 * axis))..]);
        return new($"an idx file [{string.Join(", ", sizes)}], the format of MNIST",
            $"Convert it in Python: numpy.save(\"data.npy\", numpy.fromfile(path, \"uint8\", offset={4 + (4 * sizes.Length)}).reshape({string.Join(", ", sizes)}))");
    }

    // No binary format begins with so many letters and blanks.
    private static bool IsText(ReadOnlySpan<byte> start)
        => start.Length >= 16 && start.IndexOfAnyExcept(Text) < 0;

    /// <summary>Refuses a stream that begins as another kind of file does; its position is left at the beginning.</summary>
    /// <param name="stream">A seekable stream at its beginning.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="wanted">What it should be.</param>
    public static void Refuse(Stream stream, string name, string wanted)
    {
        var start = new byte[Bytes];
        var place = stream.Position;
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = place;
        Refuse(start.AsSpan(0, read), name, wanted);
    }

    /// <summary>Refuses a file that begins as another kind of file does.</summary>
    public static void Refuse(ReadOnlySpan<byte> start, string name, string wanted)
    {
        if (Of(start[..Math.Min(start.Length, Bytes)]) is { } kind)
            throw BadFile.Error(name, $"it is {kind.Name}, where {wanted} is wanted", kind.Remedy);
    }

    /// <summary>The length of a header, and the header's first character.</summary>
    public static bool IsSafetensors(ReadOnlySpan<byte> start) => start.Length > 8 && start[8] == '{' && start[4..8].IndexOfAnyExcept((byte)0) < 0;

    // The number of tensors; then a name, led by its length; its type and its number of axes.
    private static bool IsTorchSharp(ReadOnlySpan<byte> start)
    {
        var at = 0;
        while (at < start.Length && start[at] >= 0x80) at++;
        if (at > 2 || at + 1 >= start.Length || start[0] == 0 || start[at + 1] is 0 or >= 0x80) return false;
        var (name, end) = (at + 2, at + 2 + start[at + 1]);
        if (end + 1 >= start.Length) return false;
        foreach (var letter in start[name..end])
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'.' or (byte)'_')) return false;
        }
        return start[end] < 16 && start[end + 1] <= 8;
    }

    [GeneratedRegex(@"^size (\d{1,19})\r?$", RegexOptions.Multiline)]
    private static partial Regex Size();
}
