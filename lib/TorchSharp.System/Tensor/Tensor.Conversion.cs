using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor with elements of another type.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(type, null, copy, disposeAfter, non_blocking);

        /// <summary>The tensor with elements of another type.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(type, null, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(null, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(null, new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(null, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The tensor with elements of another type on a device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(type, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor with the element type and on the device of another.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) =>
            Converted(other.dtype, other.device, false, false, non_blocking);

        /// <summary>The tensor in the processor's memory.</summary>
        public Tensor cpu() => Converted(null, CPU, false, false, false);

        /// <summary>The tensor on a GPU.</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false) =>
            Converted(null, device ?? CUDA, false, false, non_blocking);

        /// <summary>The tensor with elements of another type.</summary>
        public Tensor type(ScalarType dtype) => to(dtype);

        /// <summary>The tensor, converted by a function such as torch.FloatTensor.</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        /// <summary>The tensor with the element type of another.</summary>
        public Tensor type_as(Tensor tensor) => to(tensor.dtype);

        /// <summary>The tensor as truth values.</summary>
        public Tensor @bool() => to(ScalarType.Bool);

        /// <summary>The tensor as unsigned bytes.</summary>
        public Tensor @byte() => to(ScalarType.Byte);

        /// <summary>The tensor as signed bytes.</summary>
        public Tensor @char() => to(ScalarType.Int8);

        /// <summary>The tensor as 16-bit integers.</summary>
        public Tensor @short() => to(ScalarType.Int16);

        /// <summary>The tensor as 32-bit integers.</summary>
        public Tensor @int() => to(ScalarType.Int32);

        /// <summary>The tensor as 64-bit integers.</summary>
        public Tensor @long() => to(ScalarType.Int64);

        /// <summary>The tensor in half precision.</summary>
        public Tensor half() => to(ScalarType.Float16);

        /// <summary>The tensor as brain floats.</summary>
        public Tensor bfloat16() => to(ScalarType.BFloat16);

        /// <summary>The tensor in single precision.</summary>
        public Tensor @float() => to(ScalarType.Float32);

        /// <summary>The tensor in double precision.</summary>
        public Tensor @double() => to(ScalarType.Float64);

        /// <summary>The tensor as complex numbers of two singles.</summary>
        public Tensor cfloat() => to(ScalarType.ComplexFloat32);

        /// <summary>The tensor as complex numbers of two doubles.</summary>
        public Tensor cdouble() => to(ScalarType.ComplexFloat64);

        // Where nothing changes the result is the same tensor under a handle of its own, as in TorchSharp: callers dispose both.
        private Tensor Converted(ScalarType? type, Device? device, bool copy, bool disposeAfter, bool non_blocking)
        {
            var result = ConvertedOrSame(type, device, copy, non_blocking);
            if (ReferenceEquals(result, this))
            {
                Bridge.bridge_retain(Handle);
                result = new Tensor(handle);
            }
            if (disposeAfter)
            {
                Dispose();
            }
            return result;
        }

        /// <summary>The tensor of a type and on a device; this very object where it is so already.</summary>
        internal Tensor ConvertedOrSame(ScalarType? type, Device? device, bool copy = false, bool nonBlocking = false)
        {
            var info = Info;
            var sameType = type is null || (ScalarType)info.DType == type;
            var sameDevice = device is null
                || ((DeviceType)info.DeviceType == device.type
                    && (device.index == -1 || device.type == DeviceType.CPU || device.index == info.DeviceIndex));
            return sameType && sameDevice && !copy ? this : Aten._to_copy.Call(this, type, Arg.None, device, Arg.None, nonBlocking);
        }

        /// <summary>The tensor as an element type, or as it is where none is asked for.</summary>
        private Tensor As(ScalarType? type) => ConvertedOrSame(type, null);

        /// <summary>A result, written into another tensor where one is given.</summary>
        private static Tensor Into(Tensor? target, Tensor result)
        {
            if (target is null)
            {
                return result;
            }
            using (result)
            {
                Aten.resize_.CallWith(result.shape, target, Arg.Ints).Dispose();
                return target.copy_(result);
            }
        }

        private static Arg Rounding(RoundingMode mode) => mode switch
        {
            RoundingMode.floor => Arg.Text("floor"u8),
            RoundingMode.trunc => Arg.Text("trunc"u8),
            _ => Arg.None,
        };
    }
}
