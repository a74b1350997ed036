namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters and persistent buffers by their dotted names. The tensors are the module's own, not copies.</summary>
            /// <param name="destination">A dictionary to add to.</param>
            /// <param name="prefix">Put before each name, with a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters()) destination.TryAdd(start + name, parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(start + name, buffer);
                // A tensor shared by two submodules is yielded once above and stands here under each of its names.
                foreach (var (name, child) in named_children()) child.state_dict(destination, start + name);
                return destination;
            }

            /// <summary>Copies a state into the parameters and buffers.</summary>
            /// <param name="source">Tensors by their dotted names.</param>
            /// <param name="strict">Whether the names must be exactly those of this module's state.</param>
            /// <param name="skip">Names to leave out on either side.</param>
            /// <returns>The names that the source lacks, and those that this module lacks.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the names differ.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var skipped = skip ?? [];
                var own = state_dict();
                var missing = own.Keys.Where(k => !source.ContainsKey(k) && !skipped.Contains(k)).ToList();
                var unexpected = source.Keys.Where(k => !own.ContainsKey(k) && !skipped.Contains(k)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException(
                        $"The loaded state_dict is not identical to the target dictionary. Missing: {List(missing)}. Unexpected: {List(unexpected)}.");
                var copies = source.Where(s => own.ContainsKey(s.Key) && !skipped.Contains(s.Key)).ToList();
                foreach (var (name, tensor) in copies) CheckShape(name, own[name], tensor); // before the first copy: nothing is half-loaded
                using var _ = no_grad();
                foreach (var (name, tensor) in copies) own[name].copy_(tensor);
                return (missing, unexpected);
            }

            private static void CheckShape(string name, Tensor target, Tensor source)
            {
                if (!target.shape.SequenceEqual(source.shape))
                    throw new ArgumentException(
                        $"size mismatch for {name}: the source has [{string.Join(", ", source.shape)}], the module [{string.Join(", ", target.shape)}].");
            }

            private static string List(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
        }
    }
}
