using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Ones with the probability that each element gives.</summary>
        public Tensor bernoulli(Generator? generator = null) => Aten.bernoulli.Call(this, generator);

        /// <summary>Ones with the probability that each element gives, in place.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Aten.bernoulli__float.CallInPlace(this, this, p, generator);

        /// <summary>Ones with the probability that each element gives, in place.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) =>
            Aten.bernoulli__Tensor.CallInPlace(this, this, p, generator);

        /// <summary>Draws from binomial distributions.</summary>
        public Tensor binomial(Tensor prob, Generator? generator = null) => Aten.binomial.Call(this, prob, generator);

        /// <summary>Fills with draws from a Cauchy distribution.</summary>
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
            Aten.cauchy_.CallInPlace(this, this, median, sigma, generator);

        /// <summary>Fills with draws from an exponential distribution.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            Aten.exponential_.CallInPlace(this, this, lambda, generator);

        /// <summary>Fills with draws from a geometric distribution.</summary>
        public Tensor geometric_(double p, Generator? generator = null) =>
            Aten.geometric_.CallInPlace(this, this, p, generator);

        /// <summary>Fills with draws from a log-normal distribution.</summary>
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Aten.log_normal_.CallInPlace(this, this, mean, std, generator);

        /// <summary>Indices drawn with the probabilities that each row gives.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Aten.multinomial.Call(this, num_samples, replacement, generator);

        /// <summary>Fills with draws from a normal distribution.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Aten.normal_.CallInPlace(this, this, mean, std, generator);

        /// <summary>Draws from Poisson distributions of these rates.</summary>
        public Tensor poisson(Generator? generator = null) => Aten.poisson.Call(this, generator);

        /// <summary>Fills with whole numbers from a range.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Aten.random__from.CallInPlace(this, this, (long)from, (long)to, generator);

        /// <summary>Fills with draws from a uniform distribution.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Aten.uniform_.CallInPlace(this, this, from, to, generator);
    }
}
