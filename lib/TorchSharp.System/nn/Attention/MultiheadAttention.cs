using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Attention by several heads, each on a part of the features (Vaswani et al. 2017).</summary>
public sealed class MultiheadAttention : Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor?>>
{
    private const string InWeight = "in_proj_weight", InBias = "in_proj_bias", BiasK = "bias_k", BiasV = "bias_v";
    private static readonly string[] Single = ["q_proj_weight", "k_proj_weight", "v_proj_weight"];

    private readonly Linear out_proj;
    private readonly long heads, features;
    private readonly double dropout;
    private readonly bool zeros_too;

    internal MultiheadAttention(
        long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long kdim, long vdim)
        : base(nameof(MultiheadAttention))
    {
        if (num_heads < 1 || embedded_dim % num_heads != 0)
            throw new ArgumentException($"embed_dim ({embedded_dim}) must be divisible by num_heads ({num_heads})", nameof(num_heads));
        (heads, features, this.dropout, zeros_too) = (num_heads, embedded_dim, dropout, add_zero_attn);
        if (kdim == features && vdim == features)
        {
            SetParameter(InWeight, Glorot(3 * features, features));
        }
        else
        {
            foreach (var (name, size) in Single.Zip([features, kdim, vdim])) SetParameter(name, Glorot(features, size));
        }
        if (bias) SetParameter(InBias, new Parameter(zeros(3 * features)));
        out_proj = Linear(features, features, bias);
        if (bias) init.zeros_(out_proj.bias!);
        if (add_bias_kv)
        {
            foreach (var name in (string[])[BiasK, BiasV])
            {
                SetParameter(name, new Parameter(empty(1, 1, features)));
                init.xavier_normal_(get_parameter(name)!);
            }
        }
        register_module(nameof(out_proj), out_proj);
    }

    /// <summary>Computes what the queries find, with the hooks before and after it.</summary>
    /// <param name="query">[L, N, E].</param>
    /// <param name="key">[S, N, kdim].</param>
    /// <param name="value">[S, N, vdim].</param>
    /// <param name="key_padding_mask">[N, S], true where a key is none; or null.</param>
    /// <param name="need_weights">Whether the weights are returned too.</param>
    /// <param name="attn_mask">[L, S] or [N · heads, L, S]: added to the scores; or boolean, true where no attention may be paid; or null.</param>
    /// <returns>[L, N, E], and the heads' mean weights, [N, L, S], or null.</returns>
    public new Tuple<Tensor, Tensor?> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    /// <inheritdoc/>
    public override Tuple<Tensor, Tensor?> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        if (query.dim() != 3 || key.dim() != 3 || value.dim() != 3 || query.shape[2] != features)
            throw new ArgumentException(
                $"Expected a query [L, N, {features}], a key [S, N, kdim] and a value [S, N, vdim], got {string.Join(", ",
                    ((Tensor[])[query, key, value]).Select(t => $"[{string.Join(", ", t.shape)}]"))}");
        using var scope = NewDisposeScope();
        var batch = query.shape[1];
        var (q, k, v) = (Project(query, 0), Project(key, 1), Project(value, 2));
        var extra = 0L;
        if (get_parameter(BiasK) is { } more)
        {
            (k, v) = (Append(k, more.expand(1, batch, features)), Append(v, get_parameter(BiasV)!.expand(1, batch, features)));
            extra++;
        }
        if (zeros_too)
        {
            var nothing = zeros([1, batch, features], q.dtype, q.device);
            (k, v) = (Append(k, nothing), Append(v, nothing));
            extra++;
        }
        var scores = Split(q).matmul(Split(k).transpose(-2, -1)) / Math.Sqrt((double)features / heads);   // [N, heads, L, S]
        foreach (var mask in Masks(attn_mask, key_padding_mask, batch, extra))
            scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(mask, double.NegativeInfinity) : scores + mask;
        var weights = functional.softmax(scores, -1);
        var found = functional.dropout(weights, dropout, training).matmul(Split(v));                       // [N, heads, L, E / heads]
        var output = out_proj.call(found.permute(2, 0, 1, 3).reshape(query.shape));
        return Tuple.Create(output.MoveToOuterDisposeScope(), need_weights ? weights.mean([1]).MoveToOuterDisposeScope() : null);
    }

    private Tensor Project(Tensor input, int which)
    {
        var start = which * features;
        var weight = get_parameter(InWeight) is { } all ? all.narrow(0, start, features) : get_parameter(Single[which])!;
        return functional.linear(input, weight, get_parameter(InBias)?.narrow(0, start, features));
    }

    // [S, N, E] to [N, heads, S, E / heads]
    private Tensor Split(Tensor t) => t.view(t.shape[0], t.shape[1], heads, features / heads).permute(1, 2, 0, 3);

    private static Tensor Append(Tensor t, Tensor more) => cat([t, more], 0);

    // What was appended may be attended to.
    private IEnumerable<Tensor> Masks(Tensor? attention, Tensor? padding, long batch, long extra)
    {
        if (attention is not null)
        {
            var wide = functional.pad(attention, [0, extra]);
            yield return wide.dim() == 2 ? wide : wide.view(batch, heads, wide.shape[1], wide.shape[2]);
        }
        if (padding is not null) yield return functional.pad(padding.to_type(ScalarType.Bool), [0, extra]).unsqueeze(1).unsqueeze(2);
    }

    private static Parameter Glorot(long rows, long columns)
    {
        var weight = new Parameter(empty(rows, columns));
        init.xavier_uniform_(weight);
        return weight;
    }
}
