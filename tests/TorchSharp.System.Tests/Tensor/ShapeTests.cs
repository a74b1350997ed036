using static TorchSharp.System.Tests.Samples;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

// The expected values are PyTorch's.
public class ShapeTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["x.reshape(3, 2)"] = new(() => x.reshape(3, 2), ScalarType.Float32, [3, 2], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["x.view(-1)"] = new(() => x.view(-1), ScalarType.Float32, [6], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["x.t()"] = new(() => x.t(), ScalarType.Float32, [3, 2], [0.5, 3, -1.25, -0.75, 2, 1.5]),
        ["x.T"] = new(() => x.T, ScalarType.Float32, [3, 2], [0.5, 3, -1.25, -0.75, 2, 1.5]),
        ["b.permute(2, 0, 1)"] = new(() => b.permute(2, 0, 1), ScalarType.Float32, [2, 2, 3], [-1, -0.5, 0, 0.5, 1, 1.5, -0.75, -0.25, 0.25, 0.75, 1.25, 1.75]),
        ["b.transpose(0, 2)"] = new(() => b.transpose(0, 2), ScalarType.Float32, [2, 3, 2], [-1, 0.5, -0.5, 1, 0, 1.5, -0.75, 0.75, -0.25, 1.25, 0.25, 1.75]),
        ["b.movedim([0, 1], [2, 0])"] = new(() => b.movedim([0, 1], [2, 0]), ScalarType.Float32, [3, 2, 2], [-1, 0.5, -0.75, 0.75, -0.5, 1, -0.25, 1.25, 0, 1.5, 0.25, 1.75]),
        ["torch.movedim(b, 0, -1)"] = new(() => torch.movedim(b, 0, -1), ScalarType.Float32, [3, 2, 2], [-1, 0.5, -0.75, 0.75, -0.5, 1, -0.25, 1.25, 0, 1.5, 0.25, 1.75]),
        ["b.swapaxes(0, 1)"] = new(() => b.swapaxes(0, 1), ScalarType.Float32, [3, 2, 2], [-1, -0.75, 0.5, 0.75, -0.5, -0.25, 1, 1.25, 0, 0.25, 1.5, 1.75]),
        ["x.unsqueeze(1)"] = new(() => x.unsqueeze(1), ScalarType.Float32, [2, 1, 3], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["x.unsqueeze(0).squeeze()"] = new(() => x.unsqueeze(0).squeeze(), ScalarType.Float32, [2, 3], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["x.unsqueeze(0).unsqueeze(2).squeeze(2)"] = new(() => x.unsqueeze(0).unsqueeze(2).squeeze(2), ScalarType.Float32, [1, 2, 3], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["v.expand(2, 3)"] = new(() => v.expand(2, 3), ScalarType.Float32, [2, 3], [1, 2, 3, 1, 2, 3]),
        ["v.expand(2, -1)"] = new(() => v.expand(2, -1), ScalarType.Float32, [2, 3], [1, 2, 3, 1, 2, 3]),
        ["v.broadcast_to(2, 3)"] = new(() => v.broadcast_to(2, 3), ScalarType.Float32, [2, 3], [1, 2, 3, 1, 2, 3]),
        ["v.expand_as(x)"] = new(() => v.expand_as(x), ScalarType.Float32, [2, 3], [1, 2, 3, 1, 2, 3]),
        ["x.repeat(2, 1)"] = new(() => x.repeat(2, 1), ScalarType.Float32, [4, 3], [0.5, -1.25, 2, 3, -0.75, 1.5, 0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["v.tile([2])"] = new(() => v.tile([2]), ScalarType.Float32, [6], [1, 2, 3, 1, 2, 3]),
        ["v.repeat_interleave(2)"] = new(() => v.repeat_interleave(2), ScalarType.Float32, [6], [1, 1, 2, 2, 3, 3]),
        ["x.repeat_interleave(2, 1)"] = new(() => x.repeat_interleave(2, 1), ScalarType.Float32, [2, 6], [0.5, 0.5, -1.25, -1.25, 2, 2, 3, 3, -0.75, -0.75, 1.5, 1.5]),
        ["b.flatten()"] = new(() => b.flatten(), ScalarType.Float32, [12], [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]),
        ["b.flatten(1)"] = new(() => b.flatten(1), ScalarType.Float32, [2, 6], [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]),
        ["v.flip(0)"] = new(() => v.flip(0), ScalarType.Float32, [3], [3, 2, 1]),
        ["b.flip(0, 2)"] = new(() => b.flip(0, 2), ScalarType.Float32, [2, 3, 2], [0.75, 0.5, 1.25, 1, 1.75, 1.5, -0.75, -1, -0.25, -0.5, 0.25, 0]),
        ["x.fliplr()"] = new(() => x.fliplr(), ScalarType.Float32, [2, 3], [2, -1.25, 0.5, 1.5, -0.75, 3]),
        ["x.flipud()"] = new(() => x.flipud(), ScalarType.Float32, [2, 3], [3, -0.75, 1.5, 0.5, -1.25, 2]),
        ["v.roll(1)"] = new(() => v.roll(1), ScalarType.Float32, [3], [3, 1, 2]),
        ["b.roll([1, 1], [0, 1])"] = new(() => b.roll([1, 1], [0, 1]), ScalarType.Float32, [2, 3, 2], [1.5, 1.75, 0.5, 0.75, 1, 1.25, 0, 0.25, -1, -0.75, -0.5, -0.25]),
        ["x.rot90()"] = new(() => x.rot90(), ScalarType.Float32, [3, 2], [2, 1.5, -1.25, -0.75, 0.5, 3]),
        ["x.narrow(1, 1, 2)"] = new(() => x.narrow(1, 1, 2), ScalarType.Float32, [2, 2], [-1.25, 2, -0.75, 1.5]),
        ["x.select(1, -1)"] = new(() => x.select(1, -1), ScalarType.Float32, [2], [2, 1.5]),
        ["x.slice(1, 0, 3, 2)"] = new(() => x.slice(1, 0, 3, 2), ScalarType.Float32, [2, 2], [0.5, 2, 3, 1.5]),
        ["b.chunk(2, 1)[1]"] = new(() => b.chunk(2, 1)[1], ScalarType.Float32, [2, 1, 2], [0, 0.25, 1.5, 1.75]),
        ["x.split(2, 1)[0]"] = new(() => x.split(2, 1)[0], ScalarType.Float32, [2, 2], [0.5, -1.25, 3, -0.75]),
        ["v.split([1L, 2L], 0)[1]"] = new(() => v.split([1L, 2L], 0)[1], ScalarType.Float32, [2], [2, 3]),
        ["v.tensor_split(2)[0]"] = new(() => v.tensor_split(2)[0], ScalarType.Float32, [2], [1, 2]),
        ["x.tensor_split([1L], 1)[1]"] = new(() => x.tensor_split([1L], 1)[1], ScalarType.Float32, [2, 2], [-1.25, 2, -0.75, 1.5]),
        ["x.unbind(1)[2]"] = new(() => x.unbind(1)[2], ScalarType.Float32, [2], [2, 1.5]),
        ["x.hsplit(3)[1]"] = new(() => x.hsplit(3)[1], ScalarType.Float32, [2, 1], [-1.25, -0.75]),
        ["b.vsplit(2)[1]"] = new(() => b.vsplit(2)[1], ScalarType.Float32, [1, 3, 2], [0.5, 0.75, 1, 1.25, 1.5, 1.75]),
        ["v.unflatten(0, 3, 1)"] = new(() => v.unflatten(0, 3, 1), ScalarType.Float32, [3, 1], [1, 2, 3]),
        ["x.unflatten(1, -1, 1)"] = new(() => x.unflatten(1, -1, 1), ScalarType.Float32, [2, 3, 1], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["v.unfold(0, 2, 1)"] = new(() => v.unfold(0, 2, 1), ScalarType.Float32, [2, 2], [1, 2, 2, 3]),
        ["v.diag()"] = new(() => v.diag(), ScalarType.Float32, [3, 3], [1, 0, 0, 0, 2, 0, 0, 0, 3]),
        ["s.diagonal(1)"] = new(() => s.diagonal(1), ScalarType.Float32, [2], [1, -1]),
        ["s.diag()"] = new(() => s.diag(), ScalarType.Float32, [3], [4, 3, 2]),
        ["v.diag_embed()"] = new(() => v.diag_embed(), ScalarType.Float32, [3, 3], [1, 0, 0, 0, 2, 0, 0, 0, 3]),
        ["v.diagflat()"] = new(() => v.diagflat(), ScalarType.Float32, [3, 3], [1, 0, 0, 0, 2, 0, 0, 0, 3]),
        ["s.tril()"] = new(() => s.tril(), ScalarType.Float32, [3, 3], [4, 0, 0, 1, 3, 0, 0.5, -1, 2]),
        ["s.triu(1)"] = new(() => s.triu(1), ScalarType.Float32, [3, 3], [0, 1, 0.5, 0, 0, -1, 0, 0, 0]),
        ["s.tril(-1)"] = new(() => s.tril(-1), ScalarType.Float32, [3, 3], [0, 0, 0, 1, 0, 0, 0.5, -1, 0]),
        ["x.as_strided([2, 2], [1, 2], 1)"] = new(() => x.as_strided([2, 2], [1, 2], 1), ScalarType.Float32, [2, 2], [-1.25, 3, 2, -0.75]),
        ["x.ravel()"] = new(() => x.ravel(), ScalarType.Float32, [6], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["v.atleast_3d()"] = new(() => v.atleast_3d(), ScalarType.Float32, [1, 3, 1], [1, 2, 3]),
        ["x.select_scatter(v[..2], 1, 0)"] = new(() => x.select_scatter(v[..2], 1, 0), ScalarType.Float32, [2, 3], [1, -1.25, 2, 2, -0.75, 1.5]),
        ["torch.cat([x, y])"] = new(() => torch.cat([x, y]), ScalarType.Float32, [4, 3], [0.5, -1.25, 2, 3, -0.75, 1.5, 2, 0.5, -1, 1.5, -2, 0.25]),
        ["torch.cat([x, y], 1)"] = new(() => torch.cat([x, y], 1), ScalarType.Float32, [2, 6], [0.5, -1.25, 2, 2, 0.5, -1, 3, -0.75, 1.5, 1.5, -2, 0.25]),
        ["torch.stack([x, y], 2)"] = new(() => torch.stack([x, y], 2), ScalarType.Float32, [2, 3, 2], [0.5, 2, -1.25, 0.5, 2, -1, 3, 1.5, -0.75, -2, 1.5, 0.25]),
        ["torch.hstack(v, w)"] = new(() => torch.hstack(v, w), ScalarType.Float32, [6], [1, 2, 3, 0.5, -1, 2]),
        ["torch.vstack([v, w])"] = new(() => torch.vstack([v, w]), ScalarType.Float32, [2, 3], [1, 2, 3, 0.5, -1, 2]),
        ["torch.dstack(v, w)"] = new(() => torch.dstack(v, w), ScalarType.Float32, [1, 3, 2], [1, 0.5, 2, -1, 3, 2]),
        ["torch.column_stack(v, w)"] = new(() => torch.column_stack(v, w), ScalarType.Float32, [3, 2], [1, 0.5, 2, -1, 3, 2]),
        ["torch.meshgrid([v, w])[0]"] = new(() => torch.meshgrid([v, w])[0], ScalarType.Float32, [3, 3], [1, 1, 1, 2, 2, 2, 3, 3, 3]),
        ["torch.meshgrid([v, w], 'xy')[1]"] = new(() => torch.meshgrid([v, w], "xy")[1], ScalarType.Float32, [3, 3], [0.5, 0.5, 0.5, -1, -1, -1, 2, 2, 2]),
        ["torch.cartesian_prod(v, w)"] = new(() => torch.cartesian_prod(v, w), ScalarType.Float32, [9, 2], [1, 0.5, 1, -1, 1, 2, 2, 0.5, 2, -1, 2, 2, 3, 0.5, 3, -1, 3, 2]),
        ["torch.combinations(v)"] = new(() => torch.combinations(v), ScalarType.Float32, [3, 2], [1, 2, 1, 3, 2, 3]),
        ["torch.block_diag(x, s)"] = new(() => torch.block_diag(x, s), ScalarType.Float32, [5, 6], [0.5, -1.25, 2, 0, 0, 0, 3, -0.75, 1.5, 0, 0, 0, 0, 0, 0, 4, 1, 0.5, 0, 0, 0, 1, 3, -1, 0, 0, 0, 0.5, -1, 2]),
        ["torch.broadcast_tensors(v, x)[0]"] = new(() => torch.broadcast_tensors(v, x)[0], ScalarType.Float32, [2, 3], [1, 2, 3, 1, 2, 3]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shape_OfSamples_IsAsInPyTorch(string expression) => Cases[expression].Check();
}
