namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Base class of modules of one argument.</summary>
        /// <typeparam name="T">The type of argument 1.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>Starts an empty module.</summary>
            /// <param name="name">Its name, for people only.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The module's function. Call <see cref="call"/> instead, which runs the hooks too.</summary>
            /// <param name="input">Argument 1.</param>
            public abstract TResult forward(T input);

            /// <summary>Computes the module's function, with the hooks before and after it.</summary>
            /// <param name="input">Argument 1.</param>
            public TResult call(T input)
            {
                Before();
                foreach (var hook in PreHooks.Values) input = hook(this, input) ?? input;
                var result = forward(input);
                foreach (var hook in PostHooks.Values) result = hook(this, input, result) ?? result;
                After();
                return result;
            }
        }
    }
}
