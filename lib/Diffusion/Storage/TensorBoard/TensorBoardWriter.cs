using System.Globalization;
using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Logs a training as an event file that TensorBoard draws (<c>tensorboard --logdir FOLDER</c>): curves and pictures.</summary>
/// <remarks>
/// The file grows with the training and can be watched meanwhile. A training that carries on opens a new file in the same folder;
/// TensorBoard joins them by step.
/// </remarks>
public sealed class TensorBoardWriter : IDisposable
{
    private static int _opened;

    private readonly RecordFile _records;

    /// <summary>Opens a new event file.</summary>
    /// <param name="folder">The run's folder; its name is the run's name in TensorBoard. Made if it is not there.</param>
    public TensorBoardWriter(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Directory.CreateDirectory(folder);
        // TensorBoard reads a folder's files in the order of their names, so these begin with the time.
        var name = string.Create(CultureInfo.InvariantCulture,
            $"events.out.tfevents.{DateTimeOffset.UtcNow.ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref _opened) - 1:D4}");
        Path = System.IO.Path.Combine(folder, name);
        _records = new RecordFile(Path);
        _records.Append(Event().Add(EventField.FileVersion, "brain.Event:2").ToArray());
    }

    /// <summary>The event file.</summary>
    public string Path { get; }

    /// <summary>Adds a point to a curve.</summary>
    /// <param name="tag">The curve's name; what stands before a slash groups curves.</param>
    /// <param name="value">The value, kept as a float32; NaN is drawn as such.</param>
    /// <param name="step">The training step, 0 or more.</param>
    /// <exception cref="ArgumentException">The tag is empty, or the step negative.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public void AddScalar(string tag, double value, long step)
        => Append(tag, step, summary => summary.Add(ValueField.Simple, (float)value));

    /// <summary>Adds a picture.</summary>
    /// <param name="tag">The picture's name; TensorBoard has a slider over the steps of one name.</param>
    /// <param name="image">uint8 [1, H, W] (grey) or [3, H, W] (red, green, blue).</param>
    /// <param name="step">The training step, 0 or more.</param>
    /// <exception cref="ArgumentException">The tensor is not of that type and shape, the tag is empty, or the step negative.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public void AddImage(string tag, Tensor image, long step)
    {
        var png = PngFile.Encode(image);
        // The colour space counts the channels: 1 is grey, 3 is red, green and blue.
        var picture = new ProtobufMessage()
            .Add(ImageField.Height, image.shape[1]).Add(ImageField.Width, image.shape[2]).Add(ImageField.ColorSpace, image.shape[0])
            .Add(ImageField.Encoded, png);
        Append(tag, step, summary => summary.Add(ValueField.Image, picture));
    }

    /// <summary>Makes sure that all so far is on the disk, not only in the system's memory.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public void Flush() => _records.Flush();

    /// <summary>Closes the file.</summary>
    public void Dispose() => _records.Dispose();

    private void Append(string tag, long step, Func<ProtobufMessage, ProtobufMessage> withValue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        var summary = new ProtobufMessage().Add(SummaryField.Value, withValue(new ProtobufMessage().Add(ValueField.Tag, tag)));
        _records.Append(Event().Add(EventField.Step, step).Add(EventField.Summary, summary).ToArray());
    }

    private static ProtobufMessage Event()
        => new ProtobufMessage().Add(EventField.WallTime, (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalSeconds);

    // The numbers that TensorFlow's event.proto and summary.proto give their fields.
    private static class EventField
    {
        public const int WallTime = 1, Step = 2, FileVersion = 3, Summary = 5;
    }

    private static class SummaryField
    {
        public const int Value = 1;
    }

    private static class ValueField
    {
        public const int Tag = 1, Simple = 2, Image = 4;
    }

    private static class ImageField
    {
        public const int Height = 1, Width = 2, ColorSpace = 3, Encoded = 4;
    }
}
