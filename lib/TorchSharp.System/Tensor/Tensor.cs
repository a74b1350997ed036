using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TorchSharp.Engine;

namespace TorchSharp;

// To add a member of Tensor or torch: one line in the Aten table that fits (Engine/Aten.*.cs: the operator's name and
// overload as PyTorch's native_functions.yaml has them), one line in the Tensor.*.cs that fits, and its static twin in
// Torch/. The operator's schema is the reference: arguments go by position, those left out take its defaults, and
// `Arg.Default` skips one. Names, types and defaults must be TorchSharp's.
public static partial class torch
{
    /// <summary>A multi-dimensional array of numbers.</summary>
    public partial class Tensor : IDisposable
    {
        private static long totalCount;
        private static long peakCount;

        private nint handle;
        private readonly long owned;

        /// <summary>Takes ownership of a handle, and enters the innermost open dispose scope.</summary>
        internal Tensor(nint handle)
        {
            this.handle = handle;
            owned = Bridge.bridge_owned_bytes(handle);
            NativeMemory.Add(owned);
            CountUp();
            var manager = DisposeScopeManager.ThreadSingleton;
            if (manager.Current is { } scope)
            {
                manager.Counts.TensorStatistics.CreatedInScopeCount++;
                scope.Register(this);
            }
            else
            {
                manager.Counts.TensorStatistics.CreatedOutsideScopeCount++;
            }
        }

        /// <summary>Releases the memory, where nobody disposed the tensor.</summary>
        ~Tensor() => Dispose(false);

        internal DisposeScope? OwningDisposeScope { get; set; }

        internal int ScopeIndex { get; set; }

        /// <summary>The number of tensors that are alive.</summary>
        public static long TotalCount => Interlocked.Read(ref totalCount);

        /// <summary>The largest number of tensors that were alive at once.</summary>
        public static long PeakCount => Interlocked.Read(ref peakCount);

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => handle == 0;

        /// <summary>libtorch's object.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public IntPtr Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (handle == 0)
                {
                    ThrowDisposed();
                }
                return handle;
            }
        }

        /// <summary>A name for the eye of a debugger.</summary>
        public string name { get; set; } = "";

        /// <summary>A tensor that takes ownership of a handle.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>Gives the handle away: whoever gets it owns it, and the tensor is as if disposed.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            var given = Handle;
            Forget(byFinaliser: false);
            GC.SuppressFinalize(this);
            OwningDisposeScope?.MarkAsDisposed(this);
            return given;
        }

        /// <summary>Releases the memory now.</summary>
        public void Dispose()
        {
            if (handle == 0)
            {
                return;
            }
            if (OwningDisposeScope is { } scope)
            {
                scope.MarkAsDisposed(this);
            }
            else
            {
                DisposeScopeManager.ThreadSingleton.Counts.TensorStatistics.DisposedOutsideScopeCount++;
            }
            DisposeByScope();
        }

        /// <summary>Releases the memory; the scope has already let go of the tensor.</summary>
        internal void DisposeByScope()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the memory.</summary>
        protected virtual void Dispose(bool disposing)
        {
            var freed = handle;
            if (freed != 0)
            {
                Forget(byFinaliser: !disposing);
                Bridge.bridge_release(freed);
            }
        }

        private void Forget(bool byFinaliser)
        {
            handle = 0;
            Interlocked.Decrement(ref totalCount);
            NativeMemory.Remove(owned, byFinaliser);
        }

        private static void CountUp()
        {
            var count = Interlocked.Increment(ref totalCount);
            if (count > peakCount)
            {
                peakCount = count;
            }
        }

        [DoesNotReturn]
        private static void ThrowDisposed() =>
            throw new InvalidOperationException("Tensor invalid -- empty handle. (The tensor was disposed.)");

        /// <summary>Whether both have the same shape and the same elements.</summary>
        public bool Equals(Tensor target) => target is not null && Aten.equal.CallBool(this, target);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Tensor other && (ReferenceEquals(this, other) || Equals(other));

        /// <inheritdoc/>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
