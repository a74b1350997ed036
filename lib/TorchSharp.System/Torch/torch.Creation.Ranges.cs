using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers from start (inclusive) to stop (exclusive), a step apart.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var whole = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        var type = dtype ?? (whole ? ScalarType.Int64 : get_default_dtype());
        return Creation.Finish(
            Aten.arange_start_step.Call(start, stop, step, type, Arg.None, InitializeDevice(device)), requires_grad);
    }

    /// <summary>Numbers from start (inclusive) to stop (exclusive), one apart.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers from zero (inclusive) to stop (exclusive), one apart.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>So many numbers, evenly spaced from start to end, both included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Finish(
            Aten.linspace.Call(start, end, steps, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>So many powers of the base, their exponents evenly spaced from start to end, both included.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Finish(
            Aten.logspace.Call(start, end, steps, @base, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>Ones on the diagonal, zeros elsewhere; square where columns is -1.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Creation.RefuseNames(names);
        return Creation.Finish(
            Aten.eye_m.Call(rows, columns < 0 ? rows : columns, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);
    }

    /// <summary>The rows and columns of the elements of a lower triangle.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Aten.tril_indices.Call(row, col, offset, dtype, Arg.None, InitializeDevice(device));

    /// <summary>The rows and columns of the elements of an upper triangle.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Aten.triu_indices.Call(row, col, offset, dtype, Arg.None, InitializeDevice(device));

    /// <summary>The numbers 0 to n - 1 in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var where = InitializeDevice(device ?? generator?.device);
        var type = dtype ?? ScalarType.Int64;
        return Creation.Finish(
            generator is null
                ? Aten.randperm.Call(n, type, Arg.None, where)
                : Aten.randperm_generator.Call(n, generator, type, Arg.None, where),
            requires_grad);
    }
}
