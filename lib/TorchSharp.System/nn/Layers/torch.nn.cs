using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural network modules and the functions that they are made of.</summary>
    public static partial class nn
    {
        /// <summary>Makes a parameter of a tensor, which it takes over.</summary>
        /// <param name="data">The tensor; it is as if disposed afterwards.</param>
        /// <param name="requires_grad">Whether it is trained.</param>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>x Wᵀ + b, its weights drawn from U(−1/√in, 1/√in).</summary>
        /// <param name="inputSize">The size of an input.</param>
        /// <param name="outputSize">The size of an output.</param>
        /// <param name="hasBias">Whether there is a b.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>x Wᵀ + b of given parameters.</summary>
        /// <param name="weight">W, [out, in].</param>
        /// <param name="bias">b, [out], or null.</param>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>A table of vectors, drawn from N(0, 1).</summary>
        /// <param name="num_embeddings">The number of rows.</param>
        /// <param name="embedding_dims">The size of a row.</param>
        /// <param name="padding_idx">A row of zeros that is not trained, or null.</param>
        /// <param name="max_norm">The largest norm of a row, to which it is shortened when looked up; or null.</param>
        /// <param name="norm_type">The exponent of that norm.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often a row is looked up.</param>
        /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
        /// <param name="device">Where the table is.</param>
        /// <param name="dtype">Its type.</param>
        public static Embedding Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            var padding = EmbeddingOptions.Row(padding_idx, num_embeddings);
            var table = empty(num_embeddings, embedding_dims, dtype: dtype, device: device);
            init.normal_(table);
            if (padding is { } row) table.select(0, row).zero_();
            return new(new Parameter(table), new EmbeddingOptions(padding, max_norm, norm_type, scale_grad_by_freq, sparse));
        }

        /// <summary>A table of given vectors.</summary>
        /// <param name="embeddings">The table, [rows, dimensions].</param>
        /// <param name="freeze">Whether it is left as it is in training.</param>
        /// <param name="padding_idx">A row that is not trained, or null.</param>
        /// <param name="max_norm">The largest norm of a row, to which it is shortened when looked up; or null.</param>
        /// <param name="norm_type">The exponent of that norm.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often a row is looked up.</param>
        /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
        /// <param name="device">Where the table is to be.</param>
        /// <param name="dtype">Its type.</param>
        public static Embedding Embedding_from_pretrained(
            Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            if (embeddings.dim() != 2) throw new ArgumentException($"Embeddings parameter is expected to be 2-dimensional, got {embeddings.dim()} dimensions");
            var padding = EmbeddingOptions.Row(padding_idx, embeddings.shape[0]);
            var table = embeddings.detach().to(dtype ?? embeddings.dtype, device ?? embeddings.device, copy: true);
            return new(new Parameter(table, !freeze), new EmbeddingOptions(padding, max_norm, norm_type, scale_grad_by_freq, sparse));
        }

        /// <summary>x itself.</summary>
        public static Identity Identity() => new();

        /// <summary>While training, drops each element with probability p and scales the rest by 1 / (1 − p).</summary>
        /// <param name="p">The probability.</param>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>While training, drops each channel of each image with probability p and scales the rest by 1 / (1 − p).</summary>
        /// <param name="p">The probability.</param>
        /// <param name="inplace">Whether the input itself is overwritten.</param>
        public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Joins a range of dimensions to one.</summary>
        /// <param name="start_dim">The first of them.</param>
        /// <param name="end_dim">The last of them.</param>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Splits one dimension into several.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unflattened_size">The sizes of what it becomes.</param>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        /// <summary>Normalizes over the last dimension (Ba et al. 2016).</summary>
        /// <param name="normalized_shape">Its size.</param>
        /// <param name="eps">Added to the variance.</param>
        /// <param name="elementwise_affine">Whether there is a factor for each element.</param>
        /// <param name="bias">Whether there is a summand too.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static LayerNorm LayerNorm(
            long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true,
            Device? device = null, ScalarType? dtype = null) => new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalizes over the last dimensions (Ba et al. 2016).</summary>
        /// <param name="normalized_shape">Their sizes.</param>
        /// <param name="eps">Added to the variance.</param>
        /// <param name="elementwise_affine">Whether there is a factor for each element.</param>
        /// <param name="bias">Whether there is a summand too.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static LayerNorm LayerNorm(
            long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true,
            Device? device = null, ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalizes over groups of channels (Wu and He 2018).</summary>
        /// <param name="num_groups">The number of groups; it divides the number of channels.</param>
        /// <param name="num_channels">The number of channels.</param>
        /// <param name="eps">Added to the variance.</param>
        /// <param name="affine">Whether there are a factor and a summand for each channel.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static GroupNorm GroupNorm(
            long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_groups, num_channels, eps, affine, device, dtype);
    }
}
