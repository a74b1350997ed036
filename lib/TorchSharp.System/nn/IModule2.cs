namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of two arguments.</summary>
        /// <typeparam name="T1">The type of argument 1.</typeparam>
        /// <typeparam name="T2">The type of argument 2.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Computes the module's function.</summary>
            /// <param name="input1">Argument 1.</param>
            /// <param name="input2">Argument 2.</param>
            TResult call(T1 input1, T2 input2);
        }
    }
}
