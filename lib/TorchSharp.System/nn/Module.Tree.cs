using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct submodules with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _submodules.Select(s => (s.Key, s.Value));

            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(c => c.module);

            /// <summary>All modules below this one with their dotted names: the direct ones first, then what is below each.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                named_children().Concat(named_children().SelectMany(c => c.module.named_modules().Select(m => ($"{c.name}.{m.name}", m.module))));

            /// <summary>All modules below this one.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>The parameters with their dotted names, each once even if it is shared.</summary>
            /// <param name="recurse">False for the module's own only.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var own = _parameters.Select(p => (p.Key, p.Value));
                if (!recurse) return Once(own);
                return Once(own.Concat(named_children().SelectMany(c =>
                    c.module.named_parameters().Select(p => ($"{c.name}.{p.name}", p.parameter)))));
            }

            /// <summary>The parameters, each once.</summary>
            /// <param name="recurse">False for the module's own only.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            /// <summary>The buffers with their dotted names, each once.</summary>
            /// <param name="recurse">False for the module's own only.</param>
            /// <param name="include_nonpersistent">False for those that the state dictionary holds.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var own = _buffers.Where(b => include_nonpersistent || b.Value.persistent).Select(b => (b.Key, b.Value.tensor));
                if (!recurse) return Once(own);
                return Once(own.Concat(named_children().SelectMany(c =>
                    c.module.named_buffers(true, include_nonpersistent).Select(b => ($"{c.name}.{b.name}", b.buffer)))));
            }

            /// <summary>The buffers, each once.</summary>
            /// <param name="recurse">False for the module's own only.</param>
            /// <param name="include_nonpersistent">False for those that the state dictionary holds.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            /// <summary>Whether there is a parameter of that dotted name.</summary>
            /// <param name="target">Its name.</param>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>The parameter of that dotted name, or null.</summary>
            /// <param name="target">Its name.</param>
            public virtual Parameter? get_parameter(string target) =>
                _parameters.TryGetValue(target, out var own) ? own : Below(target, (m, rest) => m.get_parameter(rest));

            /// <summary>Whether there is a buffer of that dotted name.</summary>
            /// <param name="target">Its name.</param>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The buffer of that dotted name, or null.</summary>
            /// <param name="target">Its name.</param>
            public virtual Tensor? get_buffer(string target) =>
                _buffers.TryGetValue(target, out var own) ? own.tensor : Below(target, (m, rest) => m.get_buffer(rest));

            private T? Below<T>(string target, Func<Module, string, T?> find) where T : Tensor
            {
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0) return null;
                var child = named_children().FirstOrDefault(c => c.name == target[..dot]).module;
                return child is null ? null : find(child, target[(dot + 1)..]);
            }

            // Tensors compare by value, so what is the same tensor is told by reference.
            private static IEnumerable<(string name, T tensor)> Once<T>(IEnumerable<(string name, T tensor)> named) where T : Tensor
            {
                var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
                foreach (var pair in named)
                    if (seen.Add(pair.tensor))
                        yield return pair;
            }
        }
    }
}
