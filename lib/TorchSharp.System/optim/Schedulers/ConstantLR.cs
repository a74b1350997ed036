namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the learning rate by a factor during the first steps.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _total_iters;

                    /// <summary>Starts the schedule, and sets the first learning rate.</summary>
                    /// <param name="optimizer">The optimizer to steer.</param>
                    /// <param name="factor">The factor.</param>
                    /// <param name="total_iters">How many steps.</param>
                    /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
                    /// <param name="verbose">Whether each change is written to the console.</param>
                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factor = factor;
                        _total_iters = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Scaled(_last_epoch == 0 ? _factor : _last_epoch == _total_iters ? 1 / _factor : 1);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(_last_epoch < _total_iters ? _factor : 1);
                }
            }
        }
    }
}
