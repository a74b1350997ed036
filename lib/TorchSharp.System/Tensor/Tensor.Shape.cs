using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The last two dimensions exchanged and conjugated.</summary>
        public Tensor adjoint() => Aten.adjoint.Call(this);

        /// <summary>Another tensor over the same memory.</summary>
        public Tensor alias() => Aten.alias.Call(this);

        /// <summary>The tensor, with at least one dimension.</summary>
        public Tensor atleast_1d() => Aten.atleast_1d.Call(this);

        /// <summary>The tensor, with at least two dimensions.</summary>
        public Tensor atleast_2d() => Aten.atleast_2d.Call(this);

        /// <summary>The tensor, with at least three dimensions.</summary>
        public Tensor atleast_3d() => Aten.atleast_3d.Call(this);

        /// <summary>A view in which dimensions of length one are repeated.</summary>
        public Tensor broadcast_to(params long[] shape) => Aten.broadcast_to.CallWith(shape, this, Arg.Ints);

        /// <summary>The channels, dealt out over groups.</summary>
        public Tensor channel_shuffle(long groups) => Aten.channel_shuffle.Call(this, groups);

        /// <summary>So many views of about equal length along a dimension.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.chunk.CallList(this, chunks, dim);

        /// <summary>The tensor, with its elements in order and without gaps; a copy where they are not.</summary>
        public Tensor contiguous() => Aten.contiguous.Call(this);

        /// <summary>The diagonal of a matrix, or a matrix with this diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Aten.diag.Call(this, diagonal);

        /// <summary>Matrices with these diagonals.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) =>
            Aten.diag_embed.Call(this, offset, dim1, dim2);

        /// <summary>A matrix with these elements on its diagonal.</summary>
        public Tensor diagflat(long offset = 0) => Aten.diagflat.Call(this, offset);

        /// <summary>A view of a diagonal.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Aten.diagonal.Call(this, offset, dim1, dim2);

        /// <summary>A copy with a diagonal overwritten.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Aten.diagonal_scatter.Call(this, src, offset, dim1, dim2);

        /// <summary>Views along the third dimension.</summary>
        public Tensor[] dsplit((long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

        /// <summary>Views along the third dimension.</summary>
        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

        /// <summary>Views along the third dimension.</summary>
        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        /// <summary>Views along the third dimension.</summary>
        public Tensor[] dsplit(long size) => Aten.dsplit_int.CallList(this, size);

        /// <summary>Views along the third dimension.</summary>
        public Tensor[] dsplit(params long[] sizes) => Aten.dsplit_array.CallListWith(sizes, this, Arg.Ints);

        /// <summary>Views along the third dimension.</summary>
        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);

        /// <summary>A view in which dimensions of length one are repeated; -1 keeps a length.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) =>
            Aten.expand.CallWith(sizes, this, Arg.Ints, isImplicit);

        /// <summary>A view in which dimensions of length one are repeated; -1 keeps a length.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) =>
            Aten.expand.CallWith(sizes, this, Arg.Ints, isImplicit);

        /// <summary>A view in which dimensions of length one are repeated; -1 keeps a length.</summary>
        public Tensor expand(params long[] sizes) => Aten.expand.CallWith(sizes, this, Arg.Ints);

        /// <summary>A view in which dimensions of length one are repeated; -1 keeps a length.</summary>
        public Tensor expand(Size sizes, bool isImplicit = false) =>
            Aten.expand.CallWith(sizes.Shape, this, Arg.Ints, isImplicit);

        /// <summary>A view repeated to the shape of the other.</summary>
        public Tensor expand_as(Tensor other) => Aten.expand_as.Call(this, other);

        /// <summary>Dimensions joined into one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Aten.flatten_using_ints.Call(this, start_dim, end_dim);

        /// <summary>The order reversed along dimensions.</summary>
        public Tensor flip(params long[] dims) => Aten.flip.CallWith(dims, this, Arg.Ints);

        /// <summary>The order reversed along the second dimension.</summary>
        public Tensor fliplr() => Aten.fliplr.Call(this);

        /// <summary>The order reversed along the first dimension.</summary>
        public Tensor flipud() => Aten.flipud.Call(this);

        /// <summary>Views along the second dimension (the first of a vector).</summary>
        public Tensor[] hsplit(long size) => Aten.hsplit_int.CallList(this, size);

        /// <summary>Views along the second dimension (the first of a vector).</summary>
        public Tensor[] hsplit(params long[] sizes) => Aten.hsplit_array.CallListWith(sizes, this, Arg.Ints);

        /// <summary>Views along the second dimension (the first of a vector).</summary>
        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, ndim == 1 ? 0 : 1);

        /// <summary>Dimensions moved to other places.</summary>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>A view of a length from a start along a dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.narrow.Call(this, dim, start, length);

        /// <summary>A view with the dimensions in another order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => permute([.. permutation]);

        /// <summary>A view with the dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.permute.CallWith(permutation, this, Arg.Ints);

        /// <summary>All elements in one dimension.</summary>
        public Tensor ravel() => Aten.ravel.Call(this);

        /// <summary>The tensor repeated so often along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Aten.repeat.CallWith(sizes, this, Arg.Ints);

        /// <summary>Each element repeated.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Aten.repeat_interleave_self_int.Call(this, repeats, dim, output_size);

        /// <summary>Each element repeated.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Aten.repeat_interleave_self_Tensor.Call(this, repeats, dim, output_size);

        /// <summary>The elements in another shape; -1 stands for the length that fits.</summary>
        public Tensor reshape(params long[] shape) => Aten.reshape.CallWith(shape, this, Arg.Ints);

        /// <summary>The elements moved round along dimensions.</summary>
        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        /// <summary>The elements moved round along dimensions.</summary>
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        /// <summary>The elements moved round along dimensions.</summary>
        public Tensor roll(long shifts, long? dims = null) => dims is long one ? roll([shifts], [one]) : roll([shifts]);

        /// <summary>The elements moved round along dimensions.</summary>
        public Tensor roll(long[] shifts) => Aten.roll.CallWith(shifts, this, Arg.Ints);

        /// <summary>The elements moved round along dimensions.</summary>
        public Tensor roll(long[] shifts, long[] dims) => roll((ReadOnlySpan<long>)shifts, (ReadOnlySpan<long>)dims);

        /// <summary>A plane turned by quarters.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Aten.rot90.CallWith([dims?.Item1 ?? 0, dims?.Item2 ?? 1], this, k, Arg.Ints);

        /// <summary>A view of one position along a dimension.</summary>
        public Tensor select(long dim, long index) => Aten.select_int.Call(this, dim, index);

        /// <summary>A copy with one position along a dimension overwritten.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index) =>
            Aten.select_scatter.Call(this, src, dim, index);

        /// <summary>A view of positions along a dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Aten.slice_Tensor.Call(this, dim, start, finish, step);

        /// <summary>A copy with positions along a dimension overwritten.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Aten.slice_scatter.Call(this, src, dim, start, end, step);

        /// <summary>Views of given lengths along a dimension.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) =>
            Aten.split_with_sizes.CallListWith(sizes, this, Arg.Ints, dim);

        /// <summary>Views of given lengths along a dimension.</summary>
        public Tensor[] split(long size, int dim = 0) => Aten.split_Tensor.CallList(this, size, dim);

        /// <summary>Views of given lengths along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) =>
            Aten.split_with_sizes.CallListWith(sizes, this, Arg.Ints, dim);

        /// <summary>Views of given lengths along a dimension.</summary>
        public Tensor[] split(params long[] sizes) => Aten.split_with_sizes.CallListWith(sizes, this, Arg.Ints);

        /// <summary>Without dimensions of length one.</summary>
        public Tensor squeeze(long? dim = null) =>
            dim is long one ? Aten.squeeze_dim.Call(this, one) : Aten.squeeze.Call(this);

        /// <summary>Without dimensions of length one, in place.</summary>
        public Tensor squeeze_(long? dim = null) =>
            dim is long one ? Aten.squeeze__dim.CallInPlace(this, this, one) : Aten.squeeze_.CallInPlace(this, this);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor swapaxes(long dim0, long dim1) => Aten.swapaxes.Call(this, dim0, dim1);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor swapdims(long dim0, long dim1) => Aten.swapdims.Call(this, dim0, dim1);

        /// <summary>A matrix transposed.</summary>
        public Tensor t() => Aten.t.Call(this);

        /// <summary>Views along a dimension: a number of them, or cut at positions.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => Aten.tensor_split_sections.CallList(this, size, dim);

        /// <summary>Views along a dimension: a number of them, or cut at positions.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) =>
            Aten.tensor_split_indices.CallListWith(sizes, this, Arg.Ints, dim);

        /// <summary>Views along a dimension: a number of them, or cut at positions.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0) =>
            Aten.tensor_split_tensor_indices_or_sections.CallList(this, indices, dim);

        /// <summary>The tensor repeated so often along each dimension.</summary>
        public Tensor tile(long[] reps) => Aten.tile.CallWith(reps, this, Arg.Ints);

        /// <summary>A view with two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.transpose_int.Call(this, dim0, dim1);

        /// <summary>A view with two dimensions exchanged, in place.</summary>
        public Tensor transpose_(long dim0, long dim1) => Aten.transpose_.CallInPlace(this, this, dim0, dim1);

        /// <summary>The lower triangle; zero elsewhere.</summary>
        public Tensor tril(long diagonal = 0) => Aten.tril.Call(this, diagonal);

        /// <summary>The lower triangle; zero elsewhere, in place.</summary>
        public Tensor tril_(long diagonal = 0) => Aten.tril_.CallInPlace(this, this, diagonal);

        /// <summary>The upper triangle; zero elsewhere.</summary>
        public Tensor triu(long diagonal = 0) => Aten.triu.Call(this, diagonal);

        /// <summary>The upper triangle; zero elsewhere, in place.</summary>
        public Tensor triu_(long diagonal = 0) => Aten.triu_.CallInPlace(this, this, diagonal);

        /// <summary>Views of each position along a dimension.</summary>
        public Tensor[] unbind(long dimension = 0) => Aten.unbind_int.CallList(this, dimension);

        /// <summary>A dimension cut into several.</summary>
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        /// <summary>A view of windows that slide along a dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Aten.unfold.Call(this, dimension, size, step);

        /// <summary>With a dimension of length one more.</summary>
        public Tensor unsqueeze(long dim) => Aten.unsqueeze.Call(this, dim);

        /// <summary>With a dimension of length one more, in place.</summary>
        public Tensor unsqueeze_(long dim) => Aten.unsqueeze_.CallInPlace(this, this, dim);

        /// <summary>The same memory in another shape.</summary>
        public Tensor view(params long[] shape) => Aten.view.CallWith(shape, this, Arg.Ints);

        /// <summary>The same memory in the shape of the other.</summary>
        public Tensor view_as(Tensor other) => Aten.view_as.Call(this, other);

        /// <summary>Pairs of the last dimension as complex numbers.</summary>
        public Tensor view_as_complex() => Aten.view_as_complex.Call(this);

        /// <summary>Complex numbers as pairs along a new last dimension.</summary>
        public Tensor view_as_real() => Aten.view_as_real.Call(this);

        /// <summary>Views along the first dimension.</summary>
        public Tensor[] vsplit(long size) => Aten.vsplit_int.CallList(this, size);

        /// <summary>Views along the first dimension.</summary>
        public Tensor[] vsplit(params long[] sizes) => Aten.vsplit_array.CallListWith(sizes, this, Arg.Ints);

        /// <summary>Views along the first dimension.</summary>
        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);
    }
}
