namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of four arguments.</summary>
        /// <typeparam name="T1">The type of argument 1.</typeparam>
        /// <typeparam name="T2">The type of argument 2.</typeparam>
        /// <typeparam name="T3">The type of argument 3.</typeparam>
        /// <typeparam name="T4">The type of argument 4.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public interface IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>Computes the module's function.</summary>
            /// <param name="input1">Argument 1.</param>
            /// <param name="input2">Argument 2.</param>
            /// <param name="input3">Argument 3.</param>
            /// <param name="input4">Argument 4.</param>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
        }
    }
}
