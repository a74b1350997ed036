using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Base class of all optimizers.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            /// <summary>The groups of parameters, each with its own learning rate.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            private protected List<ParamGroup> Groups { get; } = [];

            /// <summary>Adds a group of parameters.</summary>
            /// <param name="param_group">The group; options that it leaves open are taken from the optimizer.</param>
            public virtual void add_param_group(ParamGroup param_group) => Groups.Add(param_group);

            /// <summary>The parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(g => g.Parameters);

            /// <summary>Updates the parameters by their gradients.</summary>
            /// <param name="closure">Computes the loss anew, for optimizers that need it more than once; its result is returned.</param>
            public virtual Tensor? step(Func<Tensor>? closure = null) =>
                throw new NotSupportedException($"{GetType().Name} has no update rule: it does not override step.");

            /// <summary>Fills the gradients with zeros.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                {
                    using var grad = parameter.grad;
                    grad?.zero_();
                }
            }

            /// <summary>Frees the optimizer's state.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the optimizer's state.</summary>
            /// <param name="disposing">Always true.</param>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>An optimizer's options and state, group by group and parameter by parameter.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state of each parameter.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, where its parameters' states stand in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
