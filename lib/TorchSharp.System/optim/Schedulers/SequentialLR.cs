namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Runs one scheduler after another.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <summary>Starts the first scheduler.</summary>
                    /// <param name="optimizer">The optimizer to steer.</param>
                    /// <param name="schedulers">The schedulers, all of that optimizer.</param>
                    /// <param name="milestones">The steps at which the next one takes over.</param>
                    /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        _schedulers = schedulers.ToArray();
                        _milestones = milestones.ToArray();
                        if (_schedulers.Any(s => s.Steered != optimizer))
                            throw new ArgumentException("SequentialLR expects all its schedulers to be bound to the same optimizer.");
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException(
                                $"SequentialLR expects one scheduler more than milestones, got {_schedulers.Length} and {_milestones.Length}.");
                        // Every scheduler set a rate and took a step when it was made: both are undone, then the first one begins.
                        foreach (var group in optimizer.ParamGroups) group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers) scheduler._last_epoch--;
                        _schedulers[0].step();
                        Remember();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var passed = _milestones.Count(m => m <= _last_epoch);
                        if (passed > 0 && _milestones[passed - 1] == _last_epoch) _schedulers[passed].step(0);
                        else _schedulers[passed].step();
                        return Rates();
                    }
                }
            }
        }
    }
}
