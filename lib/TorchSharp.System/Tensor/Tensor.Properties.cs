using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private unsafe TensorInfo Info
        {
            get
            {
                TensorInfo info;
                Bridge.Check(Bridge.bridge_info(Handle, &info));
                GC.KeepAlive(this);
                return info;
            }
        }

        /// <summary>The element type.</summary>
        public ScalarType dtype => (ScalarType)Info.DType;

        /// <summary>The device.</summary>
        public Device device
        {
            get
            {
                var info = Info;
                return new Device((DeviceType)info.DeviceType, info.DeviceType == (sbyte)DeviceType.CPU ? -1 : info.DeviceIndex);
            }
        }

        /// <summary>The kind of device.</summary>
        public DeviceType device_type => (DeviceType)Info.DeviceType;

        /// <summary>The device's number; -1 on the processor.</summary>
        public int device_index => Info.DeviceIndex;

        /// <summary>The length of each dimension.</summary>
        public unsafe long[] shape
        {
            get
            {
                var info = Info;
                var sizes = new ReadOnlySpan<long>(info.Sizes, info.Dimensions).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>The length of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The length of one dimension, counted from the end if negative.</summary>
        public unsafe long size(int dim)
        {
            var info = Info;
            var length = info.Sizes[Dimension(info, dim)];
            GC.KeepAlive(this);
            return length;
        }

        /// <summary>For each dimension, how many elements its neighbours lie apart in memory.</summary>
        public unsafe long[] stride()
        {
            var info = Info;
            var strides = new ReadOnlySpan<long>(info.Strides, info.Strides == null ? 0 : info.Dimensions).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        /// <summary>How many elements the neighbours along one dimension lie apart in memory.</summary>
        public unsafe long stride(int dim)
        {
            var info = Info;
            var length = info.Strides[Dimension(info, dim)];
            GC.KeepAlive(this);
            return length;
        }

        private static int Dimension(in TensorInfo info, int dim)
        {
            var positive = dim < 0 ? dim + info.Dimensions : dim;
            return positive >= 0 && positive < info.Dimensions
                ? positive
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {info.Dimensions} dimensions.");
        }

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Info.Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long dim() => Info.Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long ndim => Info.Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Info.Elements;

        /// <summary>The number of elements.</summary>
        public long numel() => Info.Elements;

        /// <summary>Bytes an element.</summary>
        public long ElementSize => Info.ElementSize;

        /// <summary>Bytes an element.</summary>
        public long element_size() => Info.ElementSize;

        /// <summary>Where in its storage the first element is, counted in elements.</summary>
        public unsafe long storage_offset()
        {
            void* data;
            long bytes, offset;
            Bridge.Check(Bridge.bridge_storage(Handle, &data, &bytes, &offset));
            GC.KeepAlive(this);
            return offset;
        }

        /// <summary>Whether the elements lie in memory in the order of their indices, without gaps.</summary>
        public bool is_contiguous() => Info.IsContiguous != 0;

        /// <summary>Whether only the elements that are not zero are stored.</summary>
        public bool is_sparse => Info.IsSparse != 0;

        /// <summary>Whether the tensor lives in the processor's memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the tensor lives on a GPU.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether the tensor has a shape but no memory.</summary>
        public bool is_meta => device_type == DeviceType.META;

        /// <summary>Whether the elements are real numbers with a fraction.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are complex.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the elements are whole numbers or truth values.</summary>
        public bool is_integral() => torch.is_integral(dtype);
    }
}
