using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An empty sequence.</summary>
        public static Sequential Sequential() => new(Enumerable.Empty<(string, IModule<Tensor, Tensor>)>());

        /// <summary>Modules of one tensor, each applied to what the one before it returned.</summary>
        /// <param name="modules">The modules in order, with their names.</param>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            new(modules.Select(m => (m.name, (IModule<Tensor, Tensor>)m.submodule)));

        /// <summary>Modules of one tensor, each applied to what the one before it returned.</summary>
        /// <param name="modules">The modules in order, named by their numbers.</param>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(Numbered(modules));

        /// <summary>Modules of one tensor, each applied to what the one before it returned.</summary>
        /// <param name="modules">The modules in order, with their names.</param>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
            new(modules.Select(m => (m.Item1, (IModule<Tensor, Tensor>)m.Item2)));

        /// <summary>Modules of one tensor, each applied to what the one before it returned.</summary>
        /// <param name="modules">The modules in order, with their names.</param>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
            new(modules.Select(m => (m.name, (IModule<Tensor, Tensor>)m.submodule)));

        /// <summary>Modules of one tensor, each applied to what the one before it returned.</summary>
        /// <param name="modules">The modules in order, with their names.</param>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
            new(modules.Select(m => (m.Item1, (IModule<Tensor, Tensor>)m.Item2)));

        /// <summary>Modules of one tensor, each applied to what the one before it returned.</summary>
        /// <param name="modules">The modules in order, named by their numbers.</param>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(Numbered(modules));

        /// <summary>A list of modules.</summary>
        /// <param name="modules">The modules in order.</param>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <summary>A list of modules.</summary>
        /// <typeparam name="T">Their type.</typeparam>
        /// <param name="modules">The modules in order.</param>
        public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

        /// <summary>Modules by name.</summary>
        /// <param name="modules">The modules in order, with their names.</param>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

        /// <summary>Modules by name.</summary>
        /// <typeparam name="T">Their type.</typeparam>
        /// <param name="modules">The modules in order, with their names.</param>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
        {
            var dictionary = new ModuleDict<T>();
            foreach (var pair in modules) dictionary.Add(pair);
            return dictionary;
        }

        /// <summary>A list of parameters.</summary>
        /// <param name="parameters">The parameters in order.</param>
        public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);

        private static IEnumerable<(string, IModule<Tensor, Tensor>)> Numbered(IEnumerable<Module<Tensor, Tensor>> modules) =>
            modules.Select((m, i) => (i.ToString(CultureInfo.InvariantCulture), (IModule<Tensor, Tensor>)m));
    }
}
