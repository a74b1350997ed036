using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    private static Device defaultDevice = new(DeviceType.CPU);

    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>No memory at all: shapes only.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <summary>The current GPU.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>Apple's GPU.</summary>
    public static Device MPS => new(DeviceType.MPS);

    /// <summary>A device from PyTorch's notation, such as "cpu" or "cuda:1".</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device from the name of its kind and its number.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A device from its kind and its number.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>The GPU of this number.</summary>
    public static Device device(int index) => new(index);

    /// <summary>Where tensors are made unless they say otherwise.</summary>
    public static Device get_default_device() => defaultDevice;

    /// <summary>Sets where tensors are made unless they say otherwise.</summary>
    public static void set_default_device(Device device)
    {
        InitializeDevice(device);
        defaultDevice = device;
    }

    /// <summary>Sets where tensors are made unless they say otherwise.</summary>
    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>The device itself, or the default for null, once it is known to be there.</summary>
    /// <exception cref="NotSupportedException">There is no such device.</exception>
    public static Device InitializeDevice(Device? device)
    {
        var chosen = device ?? defaultDevice;
        InitializeDeviceType(chosen.type);
        return chosen;
    }

    /// <summary>Asserts that there is a device of this kind.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
        {
            throw new NotSupportedException(
                $"There is no device of type {deviceType} here: libtorch {__version__} finds {(deviceType == DeviceType.CUDA ? "no usable GPU" : "none")}.");
        }
    }

    /// <summary>Whether there is a device of this kind.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda.is_available(),
        _ => false,
    };

    /// <summary>Whether there is a GPU.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Whether there is Apple's GPU: never, in this engine.</summary>
    public static bool mps_is_available() => false;

    /// <summary>libtorch's version.</summary>
    public static string __version__ => Native.TorchVersion;

    /// <summary>NVIDIA's GPUs.</summary>
    public static partial class cuda
    {
        /// <summary>Whether there is a GPU.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>Whether there is a GPU with cuDNN.</summary>
        public static bool is_cudnn_available() => is_available() && Bridge.bridge_cudnn_available() != 0;

        /// <summary>The number of GPUs.</summary>
        public static int device_count()
        {
            Bridge.Check(Bridge.bridge_cuda_count(out var count));
            return count;
        }

        /// <summary>Seeds the current GPU's generator.</summary>
        public static void manual_seed(long seed) => Bridge.Check(Bridge.bridge_cuda_manual_seed((ulong)seed, 0));

        /// <summary>Seeds every GPU's generator.</summary>
        public static void manual_seed_all(long seed) => Bridge.Check(Bridge.bridge_cuda_manual_seed((ulong)seed, 1));

        /// <summary>Waits until a GPU has done all that it was given.</summary>
        public static void synchronize(Device? device = null) => Bridge.Check(Bridge.bridge_cuda_synchronize(device?.index ?? -1));
    }

    /// <summary>The number of threads that one operator is split over.</summary>
    public static int get_num_threads() => Bridge.bridge_threads();

    /// <summary>Sets the number of threads that one operator is split over.</summary>
    public static void set_num_threads(int num) => Bridge.Check(Bridge.bridge_set_threads(num));

    /// <summary>The number of threads that operators run on beside one another.</summary>
    public static int get_num_interop_threads() => Bridge.bridge_interop_threads();

    /// <summary>Sets the number of threads that operators run on beside one another, once, before the first runs.</summary>
    public static void set_num_interop_threads(int num) => Bridge.Check(Bridge.bridge_set_interop_threads(num));
}
