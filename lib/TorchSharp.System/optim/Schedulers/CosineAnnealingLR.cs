namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lets the learning rate swing between its base and a least value along a cosine (Loshchilov and Hutter 2016).</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _T_max;
                    private readonly double _eta_min;

                    /// <summary>Starts the schedule, and sets the first learning rate.</summary>
                    /// <param name="optimizer">The optimizer to steer.</param>
                    /// <param name="T_max">Half the period, in steps.</param>
                    /// <param name="eta_min">The least value.</param>
                    /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
                    /// <param name="verbose">Whether each change is written to the console.</param>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _T_max = T_max;
                        _eta_min = eta_min;
                        step();
                    }

                    // Follows from the rate before, so that other schedulers may change it too.
                    private IEnumerable<double> At()
                    {
                        if (_last_epoch == 0) return Rates();
                        if ((_last_epoch - 1 - _T_max) % (2 * _T_max) == 0)
                            return Rates().Zip(Bases, (r, b) => r + ((b - _eta_min) * (1 - Math.Cos(Math.PI / _T_max)) / 2));
                        var ratio = (1 + Math.Cos(Math.PI * _last_epoch / _T_max)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / _T_max));
                        return Rates().Select(r => (ratio * (r - _eta_min)) + _eta_min);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => At();

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => Bases.Select(b => _eta_min + ((b - _eta_min) * (1 + Math.Cos(Math.PI * _last_epoch / _T_max)) / 2));
                }
            }
        }
    }
}
