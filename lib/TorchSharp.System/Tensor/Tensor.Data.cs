using TorchSharp.Engine;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        internal unsafe nint DataPointer()
        {
            void* data;
            Bridge.Check(Bridge.bridge_data(Handle, &data));
            GC.KeepAlive(this);
            return (nint)data;
        }

        /// <summary>The elements, read and written where they lie.</summary>
        /// <typeparam name="T">The .NET type that holds the element type.</typeparam>
        public TensorAccessor<T> data<T>() where T : unmanaged => new(this);

        /// <summary>The memory of a contiguous tensor on the processor; assigning overwrites it.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                RequireHostMemory();
                return is_contiguous()
                    ? new Span<byte>((void*)DataPointer(), checked((int)(numel() * element_size())))
                    : throw new InvalidOperationException("Bytes of a tensor that is not contiguous: call contiguous() first.");
            }
            set
            {
                var target = bytes;
                if (value.Length != target.Length)
                {
                    throw new ArgumentException($"The tensor has {target.Length} bytes; {value.Length} were given.", nameof(value));
                }
                value.CopyTo(target);
            }
        }

        /// <summary>The one element of a tensor that has one.</summary>
        public unsafe T item<T>() where T : unmanaged
        {
            RequireOneElement();
            ElementTypes.Require<T>(dtype);
            if (device_type == DeviceType.CPU)
            {
                var value = *(T*)DataPointer();
                GC.KeepAlive(this);
                return value;
            }
            using var host = cpu();
            return *(T*)host.DataPointer();
        }

        /// <summary>The one element of a tensor that has one.</summary>
        public Scalar ToScalar()
        {
            RequireOneElement();
            return Aten.item.CallScalar(this);
        }

        /// <summary>The element at a place in memory, counted in elements.</summary>
        public unsafe T ReadCpuValue<T>(long i) where T : unmanaged
        {
            RequireHostMemory();
            ElementTypes.Require<T>(dtype);
            if (i < 0 || i >= numel())
            {
                throw new IndexOutOfRangeException($"Element {i} of {numel()}.");
            }
            var value = ((T*)DataPointer())[i];
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The element at a place in memory, of a tensor of bytes.</summary>
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        /// <summary>The element at a place in memory, of a tensor of signed bytes.</summary>
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        /// <summary>The element at a place in memory, of a tensor of 16-bit integers.</summary>
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        /// <summary>The element at a place in memory, of a tensor of 32-bit integers.</summary>
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        /// <summary>The element at a place in memory, of a tensor of 64-bit integers.</summary>
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        /// <summary>The element at a place in memory, of a tensor of truth values.</summary>
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        /// <summary>The element at a place in memory, of a tensor of singles.</summary>
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        /// <summary>The element at a place in memory, of a tensor of doubles.</summary>
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        private void RequireHostMemory()
        {
            if (device_type != DeviceType.CPU)
            {
                throw new InvalidOperationException(
                    "Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
            }
        }

        private void RequireOneElement()
        {
            var count = numel();
            if (count != 1)
            {
                throw new ArgumentException($"A tensor of {count} elements (shape [{string.Join(", ", shape)}]) is not one number.");
            }
        }

        /// <summary>The one element, as a number of this type.</summary>
        public static explicit operator float(Tensor value) => value.ToScalar().ToSingle();

        /// <summary>The one element, as a number of this type.</summary>
        public static explicit operator double(Tensor value) => value.ToScalar().ToDouble();

        /// <summary>The one element, as a number of this type.</summary>
        public static explicit operator sbyte(Tensor value) => value.ToScalar().ToSByte();

        /// <summary>The one element, as a number of this type.</summary>
        public static explicit operator byte(Tensor value) => value.ToScalar().ToByte();

        /// <summary>The one element, as a number of this type.</summary>
        public static explicit operator short(Tensor value) => value.ToScalar().ToInt16();

        /// <summary>The one element, as a number of this type.</summary>
        public static explicit operator int(Tensor value) => value.ToScalar().ToInt32();

        /// <summary>The one element, as a number of this type.</summary>
        public static explicit operator long(Tensor value) => value.ToScalar().ToInt64();

        /// <summary>The one element, as a truth value.</summary>
        public static explicit operator bool(Tensor value) => value.ToScalar().ToBoolean();
    }
}
