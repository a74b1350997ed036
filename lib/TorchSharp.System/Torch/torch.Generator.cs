using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers of its own, apart from the global one.</summary>
    public class Generator : IDisposable
    {
        private nint handle;

        private Generator(nint handle, Device device) => (this.handle, this.device) = (handle, device);

        /// <summary>A generator with a seed.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = InitializeDevice(device);
            Bridge.Check(Bridge.bridge_generator_new((int)this.device.type, Math.Max(this.device.index, -1), seed, out handle));
        }

        /// <summary>Releases the generator, where nobody disposed it.</summary>
        ~Generator() => Dispose(false);

        /// <summary>libtorch's object.</summary>
        /// <exception cref="ObjectDisposedException">The generator was disposed.</exception>
        public IntPtr Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(handle == 0, this);
                return handle;
            }
        }

        /// <summary>The device that the numbers are made on.</summary>
        public Device device { get; }

        /// <summary>The processor's global generator.</summary>
        public static Generator Default
        {
            get
            {
                Bridge.Check(Bridge.bridge_generator_default((int)DeviceType.CPU, -1, out var handle));
                return new Generator(handle, CPU);
            }
        }

        /// <summary>Sets the seed: the same seed gives the same numbers.</summary>
        public Generator manual_seed(long seed)
        {
            Bridge.Check(Bridge.bridge_generator_seed(Handle, (ulong)seed));
            return this;
        }

        /// <summary>Sets a seed that cannot be foretold, and tells which.</summary>
        public long seed()
        {
            Bridge.Check(Bridge.bridge_generator_reseed(Handle, out var seed));
            return (long)seed;
        }

        /// <summary>The seed that was set last.</summary>
        public long initial_seed()
        {
            Bridge.Check(Bridge.bridge_generator_initial_seed(Handle, out var seed));
            return (long)seed;
        }

        /// <summary>All that the next numbers depend on, as bytes.</summary>
        public Tensor get_state()
        {
            Bridge.Check(Bridge.bridge_generator_get_state(Handle, out var state));
            return new Tensor(state);
        }

        /// <summary>Goes back to a state that get_state gave.</summary>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Bridge.Check(Bridge.bridge_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        /// <summary>Releases the generator.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the generator.</summary>
        protected virtual void Dispose(bool disposing)
        {
            var freed = Interlocked.Exchange(ref handle, 0);
            if (freed != 0)
            {
                Bridge.bridge_generator_free(freed);
            }
        }
    }

    /// <summary>The global generators.</summary>
    public static partial class random
    {
        /// <summary>Sets a seed that cannot be foretold, and tells which.</summary>
        public static long seed()
        {
            using var generator = Generator.Default;
            return generator.seed();
        }

        /// <summary>Seeds the global generators of all devices.</summary>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>The seed that was set last.</summary>
        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }

        /// <summary>All that the processor's next random numbers depend on.</summary>
        public static Tensor get_rng_state()
        {
            using var generator = Generator.Default;
            return generator.get_state();
        }

        /// <summary>Goes back to a state that get_rng_state gave.</summary>
        public static void set_rng_state(Tensor new_state)
        {
            using var generator = Generator.Default;
            generator.set_state(new_state);
        }
    }

    /// <summary>Seeds the global generators of all devices.</summary>
    /// <returns>The processor's.</returns>
    public static Generator manual_seed(long seed)
    {
        Bridge.Check(Bridge.bridge_manual_seed((ulong)seed));
        return Generator.Default;
    }

    /// <summary>Sets a seed that cannot be foretold, and tells which.</summary>
    public static long seed() => random.seed();

    /// <summary>The seed that was set last.</summary>
    public static long initial_seed() => random.initial_seed();

    /// <summary>All that the processor's next random numbers depend on.</summary>
    public static Tensor get_rng_state() => random.get_rng_state();

    /// <summary>Goes back to a state that get_rng_state gave.</summary>
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
