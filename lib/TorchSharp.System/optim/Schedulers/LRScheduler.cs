namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Base class of what changes an optimizer's learning rate step by step.</summary>
            public abstract class LRScheduler
            {
                private readonly Optimizer? _optimizer;
                private readonly bool _verbose;
                private double[] _last = [];

                /// <summary>Starts a scheduler without an optimizer of its own.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>Starts a scheduler.</summary>
                /// <param name="optimizer">The optimizer to steer.</param>
                /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
                /// <param name="verbose">Whether each change is written to the console.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    Bases = optimizer.ParamGroups.Select(g => g.InitialLearningRate).ToArray();
                    Remember();
                }

                internal int _last_epoch { get; set; } = -1;

                internal Optimizer? Steered => _optimizer;

                private protected double[] Bases { get; } = [];

                /// <summary>Goes on by one step.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to a step.</summary>
                /// <param name="epoch">The step; null for the next one.</param>
                public virtual void step(int? epoch)
                {
                    _last_epoch = epoch ?? (_last_epoch + 1);
                    // Once only: many schedules go from the rate that the optimizer has now.
                    Set((epoch is null ? get_lr() : get_closed_form_lr()).ToArray());
                }

                /// <summary>Goes on by one step; most schedulers ignore the metric.</summary>
                /// <param name="current">What is to get better.</param>
                /// <param name="epoch">The step; null for the next one.</param>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The learning rates that were set last, one for each group of parameters.</summary>
                public IEnumerable<double> get_last_lr() => _last;

                /// <summary>The learning rates of this step, from those of the one before.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates();

                /// <summary>The learning rates of this step, from the base ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Rates() => Groups().Select(g => g.LearningRate);

                private protected IEnumerable<double> Scaled(double factor) => Rates().Select(r => r * factor);

                private protected IEnumerable<double> FromBase(double factor) => Bases.Select(b => b * factor);

                private protected void Remember() => _last = Rates().ToArray();

                private IEnumerable<ILearningRateController> Groups() => _optimizer?.ParamGroups ?? [];

                private void Set(double[] rates)
                {
                    foreach (var (i, group) in Groups().Take(rates.Length).Index())
                    {
                        group.LearningRate = rates[i];
                        if (_verbose && _last[i] != rates[i]) Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                    }
                    _last = rates;
                }
            }
        }
    }
}
