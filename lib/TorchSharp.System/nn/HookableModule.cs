namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls hooks before and after its computation.</summary>
        /// <typeparam name="TPreHook">A hook that may replace the arguments.</typeparam>
        /// <typeparam name="TPostHook">A hook that may replace the result.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private readonly OrderedDictionary<string, Action<Module>> _before = [];
            private readonly OrderedDictionary<string, Action<Module>> _after = [];

            /// <summary>Starts an empty module.</summary>
            /// <param name="name">Its name, for people only.</param>
            protected HookableModule(string name) : base(name)
            {
            }

            internal OrderedDictionary<string, TPreHook> PreHooks { get; } = [];

            internal OrderedDictionary<string, TPostHook> PostHooks { get; } = [];

            /// <summary>Adds a hook that sees the result, and may replace it.</summary>
            /// <param name="hook">The hook.</param>
            public HookRemover register_forward_hook(TPostHook hook) => Add(PostHooks, hook);

            /// <summary>Adds a hook that is called after the computation.</summary>
            /// <param name="hook">The hook.</param>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(_after, hook);

            /// <summary>Adds a hook that sees the arguments, and may replace them.</summary>
            /// <param name="hook">The hook.</param>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(PreHooks, hook);

            /// <summary>Adds a hook that is called before the computation.</summary>
            /// <param name="hook">The hook.</param>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(_before, hook);

            internal void Before()
            {
                foreach (var hook in _before.Values) hook(this);
            }

            internal void After()
            {
                foreach (var hook in _after.Values) hook(this);
            }

            private HookRemover Add<T>(OrderedDictionary<string, T> hooks, T hook)
            {
                var key = Guid.NewGuid().ToString();
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            /// <summary>Takes a hook away again.</summary>
            /// <param name="module">The module that has it.</param>
            /// <param name="key">The key of the hook there.</param>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Takes the hook away.</summary>
                public void remove()
                {
                    module.PreHooks.Remove(key);
                    module.PostHooks.Remove(key);
                    module._before.Remove(key);
                    module._after.Remove(key);
                }
            }
        }
    }
}
