namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedulers that change an optimizer's learning rate step by step.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the learning rate by γ every few steps.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="step_size">After how many steps.</param>
            /// <param name="gamma">γ.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler StepLR(
                Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by γ at each milestone.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="milestones">The steps.</param>
            /// <param name="gamma">γ.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by γ at every step.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="gamma">γ.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler ExponentialLR(
                Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by a factor during the first steps.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="factor">The factor.</param>
            /// <param name="total_iters">How many steps.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler ConstantLR(
                Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by a factor that moves linearly from one value to another.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="start_factor">The factor at the start.</param>
            /// <param name="end_factor">The factor at the end.</param>
            /// <param name="total_iters">After how many steps the end is reached.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            /// <summary>Lets the learning rate fall to zero as a power of the steps that are left.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="total_iters">After how many steps it is zero.</param>
            /// <param name="power">The power.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler PolynomialLR(
                Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);

            /// <summary>Lets the learning rate swing between its base and a least value along a cosine (Loshchilov and Hutter 2016).</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="T_max">Half the period, in steps.</param>
            /// <param name="eta_min">The least value.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0.0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>Multiplies the base learning rate by a function of the step.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="lr_lambda">The factor as a function of the step.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>Multiplies the learning rate at every step by a function of the step.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="lr_lambda">The factor as a function of the step.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            /// <param name="verbose">Whether each change is written to the console.</param>
            public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>Runs one scheduler after another.</summary>
            /// <param name="optimizer">The optimizer to steer.</param>
            /// <param name="schedulers">The schedulers, all of that optimizer.</param>
            /// <param name="milestones">The steps at which the next one takes over.</param>
            /// <param name="last_epoch">The step to resume after; −1 starts anew.</param>
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);

            /// <summary>Runs several schedulers at once, so that their factors multiply.</summary>
            /// <param name="schedulers">The schedulers.</param>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);

            /// <summary>The schedulers themselves.</summary>
            public static partial class impl
            {
            }
        }
    }
}
