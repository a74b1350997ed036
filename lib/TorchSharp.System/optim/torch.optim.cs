using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers and what steers their learning rates.</summary>
    public static partial class optim
    {
        /// <summary>Adam (Kingma and Ba 2014).</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the mean.</param>
        /// <param name="beta2">The decay rate of the mean square.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static Adam Adam(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam (Kingma and Ba 2014).</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the mean.</param>
        /// <param name="beta2">The decay rate of the mean square.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static Adam Adam(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters.Select(p => p.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam (Kingma and Ba 2014).</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the mean.</param>
        /// <param name="beta2">The decay rate of the mean square.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static Adam Adam(
            IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2017).</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the mean.</param>
        /// <param name="beta2">The decay rate of the mean square.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">How fast the weights shrink, as a part of the learning rate.</param>
        /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2017).</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the mean.</param>
        /// <param name="beta2">The decay rate of the mean square.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">How fast the weights shrink, as a part of the learning rate.</param>
        /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static AdamW AdamW(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters.Select(p => p.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2017).</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the mean.</param>
        /// <param name="beta2">The decay rate of the mean square.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">How fast the weights shrink, as a part of the learning rate.</param>
        /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static AdamW AdamW(
            IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Stochastic gradient descent, with momentum on request.</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">How much of the last step is repeated.</param>
        /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static SGD SGD(
            IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, with momentum on request.</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">How much of the last step is repeated.</param>
        /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static SGD SGD(
            IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters.Select(p => p.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, with momentum on request.</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">How much of the last step is repeated.</param>
        /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
        /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
        /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        public static SGD SGD(
            IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
    }
}
