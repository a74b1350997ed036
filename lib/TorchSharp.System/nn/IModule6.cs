namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of six arguments.</summary>
        /// <typeparam name="T1">The type of argument 1.</typeparam>
        /// <typeparam name="T2">The type of argument 2.</typeparam>
        /// <typeparam name="T3">The type of argument 3.</typeparam>
        /// <typeparam name="T4">The type of argument 4.</typeparam>
        /// <typeparam name="T5">The type of argument 5.</typeparam>
        /// <typeparam name="T6">The type of argument 6.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public interface IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            /// <summary>Computes the module's function.</summary>
            /// <param name="input1">Argument 1.</param>
            /// <param name="input2">Argument 2.</param>
            /// <param name="input3">Argument 3.</param>
            /// <param name="input4">Argument 4.</param>
            /// <param name="input5">Argument 5.</param>
            /// <param name="input6">Argument 6.</param>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
        }
    }
}
