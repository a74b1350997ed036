using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Base class of all neural network modules: a tree of named parameters, buffers and submodules.</summary>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Module> _submodules = [];
            private readonly OrderedDictionary<string, (Tensor tensor, bool persistent)> _buffers = [];
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly string _name;
            private bool _componentsRegistered;
            private bool _disposed;

            /// <summary>Starts an empty module.</summary>
            /// <param name="name">Its name, for people only.</param>
            protected Module(string name) => _name = name;

            /// <summary>Whether the module is in training mode, which changes dropout and batch normalization.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>The name given at construction.</summary>
            public virtual string GetName() => _name;

            /// <summary>Puts the module and all below it in training or evaluation mode.</summary>
            /// <param name="train">False for evaluation mode.</param>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in children()) child.train(train);
            }

            /// <summary>Puts the module and all below it in evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function on every module below this one, then on this one.</summary>
            /// <param name="fn">What to do with each.</param>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in children()) child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Clears the gradients of all parameters.</summary>
            /// <param name="set_to_none">True drops them, false fills them with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var p in parameters())
                {
                    if (set_to_none)
                    {
                        p.grad = null;
                        continue;
                    }
                    using var grad = p.grad;
                    grad?.zero_();
                }
            }

            /// <summary>Frees the parameters and buffers of this module and of all below it.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees what the module holds.</summary>
            /// <param name="disposing">False when called by the garbage collector, which frees the tensors itself.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _disposed) return;
                _disposed = true;
                foreach (var (tensor, _) in _buffers.Values) tensor.Dispose();
                foreach (var parameter in _parameters.Values) parameter.Dispose();
                foreach (var child in children()) child.Dispose();
            }
        }
    }
}
