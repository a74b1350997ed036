namespace TorchSharp.System.Tests;

/// <summary>The tensors that the tables of operators are tried on, made afresh at each use.</summary>
internal static class Samples
{
    internal static torch.Tensor x => torch.tensor(new[,] { { 0.5f, -1.25f, 2f }, { 3f, -0.75f, 1.5f } });

    internal static torch.Tensor y => torch.tensor(new[,] { { 2f, 0.5f, -1f }, { 1.5f, -2f, 0.25f } });

    internal static torch.Tensor p => torch.tensor(new[,] { { 0.2f, 0.5f, 0.9f }, { 0.7f, 0.1f, 0.4f } });

    internal static torch.Tensor n => torch.tensor(new[,] { { 0.5f, float.NaN, 2f }, { 1f, 3f, float.NaN } });

    internal static torch.Tensor i => torch.tensor(new[,] { { 3L, -2L, 7L }, { 4L, 0L, 5L } });

    internal static torch.Tensor j => torch.tensor(new[,] { { 2L, 3L, 4L }, { -3L, 5L, 1L } });

    internal static torch.Tensor m => torch.tensor(new[,] { { true, false, true }, { false, false, true } });

    internal static torch.Tensor v => torch.tensor(new[] { 1f, 2f, 3f });

    internal static torch.Tensor w => torch.tensor(new[] { 0.5f, -1f, 2f });

    internal static torch.Tensor s => torch.tensor(new[,] { { 4f, 1f, 0.5f }, { 1f, 3f, -1f }, { 0.5f, -1f, 2f } });

    internal static torch.Tensor b => torch.arange(12.0).reshape(2, 3, 2) / 4 - 1;

    internal static torch.Tensor c => torch.arange(12.0).reshape(2, 2, 3) / 3 - 1;

    internal static torch.Tensor z => torch.complex(torch.tensor(new[] { 1f, -0.5f }), torch.tensor(new[] { 2f, 0.25f }));
}
