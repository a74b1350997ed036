namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lets the learning rate fall to zero as a power of the steps that are left.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _total_iters;
                    private readonly double _power;

                    /// <summary>Starts the schedule, and sets the first learning rate.</summary>
                    /// <param name="optimizer">The optimizer to steer.</param>
                    /// <param name="total_iters">After how many steps it is zero.</param>
                    /// <param name="power">The power.</param>
                    /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
                    /// <param name="verbose">Whether each change is written to the console.</param>
                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _total_iters = total_iters;
                        _power = power;
                        step();
                    }

                    private double Factor(int step) => Math.Pow(1 - (Math.Min(step, _total_iters) / (double)_total_iters), _power);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Scaled(_last_epoch == 0 || _last_epoch > _total_iters ? 1 : Factor(_last_epoch) / Factor(_last_epoch - 1));

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(Factor(_last_epoch));
                }
            }
        }
    }
}
