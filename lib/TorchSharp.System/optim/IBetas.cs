namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>An optimizer with two decay rates.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the mean and of the mean square.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
