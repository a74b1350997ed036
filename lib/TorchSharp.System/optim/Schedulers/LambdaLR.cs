namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the base learning rate by a function of the step.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly List<Func<int, double>> _factors;

                    /// <summary>Starts the schedule, and sets the first learning rate.</summary>
                    /// <param name="optimizer">The optimizer to steer.</param>
                    /// <param name="lr_lambda">The factor as a function of the step.</param>
                    /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
                    /// <param name="verbose">Whether each change is written to the console.</param>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, optimizer.ParamGroups.Select(_ => lr_lambda), last_epoch, verbose)
                    {
                    }

                    /// <summary>Starts the schedule, and sets the first learning rate.</summary>
                    /// <param name="optimizer">The optimizer to steer.</param>
                    /// <param name="lr_lambdas">For each group of parameters the factor as a function of the step.</param>
                    /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
                    /// <param name="verbose">Whether each change is written to the console.</param>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factors = lr_lambdas.ToList();
                        if (_factors.Count != optimizer.ParamGroups.Count())
                            throw new ArgumentException($"Expected {optimizer.ParamGroups.Count()} functions, one for each parameter group, got {_factors.Count}.");
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Bases.Zip(_factors, (b, f) => b * f(_last_epoch));
                }
            }
        }
    }
}
