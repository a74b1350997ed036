namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of one argument.</summary>
        /// <typeparam name="T">The type of argument 1.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public interface IModule<T, TResult>
        {
            /// <summary>Computes the module's function.</summary>
            /// <param name="input1">Argument 1.</param>
            TResult call(T input1);
        }
    }
}
