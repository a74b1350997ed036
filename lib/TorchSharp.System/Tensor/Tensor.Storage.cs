namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Reads a tensor that was written in TorchSharp's own format.</summary>
        /// <param name="reader">Where it stands.</param>
        /// <exception cref="InvalidDataException">What stands there is no tensor.</exception>
        /// <exception cref="EndOfStreamException">It ends too early.</exception>
        public static Tensor Load(BinaryReader reader) => TensorFile.Read(reader);

        /// <summary>Reads a tensor that was written in TorchSharp's own format, and closes the stream.</summary>
        /// <param name="stream">Where it stands.</param>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream);
            return TensorFile.Read(reader);
        }

        /// <summary>Reads a file that holds a tensor in TorchSharp's own format.</summary>
        /// <param name="location">The file.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        public static Tensor Load(string location) => Load(File.OpenRead(location));
    }
}
