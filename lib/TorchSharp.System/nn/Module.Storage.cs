namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes parameters and persistent buffers to a file in TorchSharp's own format.</summary>
            /// <param name="location">The file; one that is there is replaced once the new one is whole.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                TensorFile.WriteWhole(location, writer => save(writer, skip));
                return this;
            }

            /// <summary>Writes parameters and persistent buffers in TorchSharp's own format.</summary>
            /// <param name="writer">Where they go.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes parameters and persistent buffers in TorchSharp's own format and closes the stream.</summary>
            /// <param name="stream">Where they go.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes a state in TorchSharp's own format.</summary>
            /// <param name="writer">Where it goes.</param>
            /// <param name="sd">Tensors by their dotted names.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var kept = sd.Where(entry => skip?.Contains(entry.Key) != true).ToList();
                writer.Write7BitEncodedInt64(kept.Count);
                foreach (var (name, tensor) in kept)
                {
                    writer.Write(name);
                    TensorFile.Write(writer, tensor);
                }
            }

            /// <summary>Reads parameters and buffers from a file in TorchSharp's own format.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether the names must be exactly those of this module's state; if not, what both have is read.</param>
            /// <param name="skip">Names whose elements are left as they are; they must be there all the same where strict.</param>
            /// <param name="loadedParameters">Gets each name that is in the file, and whether this module has it.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) =>
                load(File.OpenRead(location), strict, skip, loadedParameters);

            /// <summary>Reads parameters and buffers in TorchSharp's own format, and closes the stream.</summary>
            /// <param name="stream">Where they stand.</param>
            /// <param name="strict">Whether the names must be exactly those of this module's state; if not, what both have is read.</param>
            /// <param name="skip">Names whose elements are left as they are; they must be there all the same where strict.</param>
            /// <param name="loadedParameters">Gets each name that is in the file, and whether this module has it.</param>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads parameters and buffers in TorchSharp's own format. Nothing is changed where anything does not fit.</summary>
            /// <param name="reader">Where they stand.</param>
            /// <param name="strict">Whether the names must be exactly those of this module's state; if not, what both have is read.</param>
            /// <param name="skip">Names whose elements are left as they are; they must be there all the same where strict.</param>
            /// <param name="loadedParameters">Gets each name that is in the file, and whether this module has it.</param>
            /// <exception cref="ArgumentException">Names (where strict), element types or shapes do not fit.</exception>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var scope = NewDisposeScope();
                var (own, stored) = (state_dict(), ReadState(reader));
                if (strict && stored.Count != own.Count)
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {own.Count}, but found {stored.Count} entries.");
                if (strict && stored.Keys.FirstOrDefault(name => !own.ContainsKey(name)) is { } stranger)
                    throw new ArgumentException(
                        $"Mismatched module state names: the target modules does not have a submodule or buffer named '{stranger}'");
                var copies = stored.Where(entry => own.ContainsKey(entry.Key) && skip?.Contains(entry.Key) != true).ToList();
                foreach (var (name, tensor) in copies)
                {
                    CheckShape(name, own[name], tensor);
                    if (tensor.dtype != own[name].dtype)
                        throw new ArgumentException($"Mismatched tensor data types while loading {name}: {tensor.dtype} into {own[name].dtype}.");
                }
                using var _ = no_grad();
                foreach (var (name, tensor) in copies) own[name].copy_(tensor);
                foreach (var name in stored.Keys) loadedParameters?.Add(name, own.ContainsKey(name));
                return this;
            }

            /// <summary>Makes a module and reads its parameters and buffers from a file in TorchSharp's own format.</summary>
            /// <typeparam name="T">The module.</typeparam>
            /// <param name="path">The file.</param>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);

            private static Dictionary<string, Tensor> ReadState(BinaryReader reader)
            {
                var state = new Dictionary<string, Tensor>();
                for (var left = TensorFile.ReadNumber(reader); left > 0; left--)
                {
                    var name = reader.ReadString();
                    if (!state.TryAdd(name, TensorFile.Read(reader))) throw new InvalidDataException($"Two tensors of this state have the name '{name}'.");
                }
                return state;
            }
        }
    }
}
