namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Base class of modules of three arguments.</summary>
        /// <typeparam name="T1">The type of argument 1.</typeparam>
        /// <typeparam name="T2">The type of argument 2.</typeparam>
        /// <typeparam name="T3">The type of argument 3.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public abstract class Module<T1, T2, T3, TResult>
            : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, IModule<T1, T2, T3, TResult>
        {
            /// <summary>Starts an empty module.</summary>
            /// <param name="name">Its name, for people only.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The module's function. Call <see cref="call"/> instead, which runs the hooks too.</summary>
            /// <param name="input1">Argument 1.</param>
            /// <param name="input2">Argument 2.</param>
            /// <param name="input3">Argument 3.</param>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Computes the module's function, with the hooks before and after it.</summary>
            /// <param name="input1">Argument 1.</param>
            /// <param name="input2">Argument 2.</param>
            /// <param name="input3">Argument 3.</param>
            public TResult call(T1 input1, T2 input2, T3 input3)
            {
                Before();
                foreach (var hook in PreHooks.Values)
                    if (hook(this, input1, input2, input3) is { } changed)
                        (input1, input2, input3) = changed;
                var result = forward(input1, input2, input3);
                foreach (var hook in PostHooks.Values) result = hook(this, input1, input2, input3, result) ?? result;
                After();
                return result;
            }
        }
    }
}
