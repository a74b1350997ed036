using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives.</summary>
    public class Device
    {
        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which one of its kind; -1 is the current one.</summary>
        public int index { get; }

        /// <summary>A device from PyTorch's notation, such as "cpu" or "cuda:1".</summary>
        /// <exception cref="ArgumentException">The description names no device.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            var number = -1;
            if (parts.Length > 2
                || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number)))
            {
                throw new ArgumentException($"Not a device: '{description}'. Expected a type, or a type and a number, such as 'cuda:0'.");
            }
            (type, index) = (Parse(parts[0]), number);
        }

        /// <summary>A device from the name of its kind and its number.</summary>
        public Device(string deviceType, int index = -1) => (type, this.index) = (Parse(deviceType), index);

        /// <summary>A device from its kind and its number.</summary>
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        /// <summary>The GPU of this number.</summary>
        public Device(int index) => (type, this.index) = (DeviceType.CUDA, index);

        private static DeviceType Parse(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            return Enum.TryParse<DeviceType>(name, ignoreCase: true, out var found) && !char.IsAsciiDigit(name.FirstOrDefault('0'))
                ? found
                : throw new ArgumentException(
                    $"Not a device: '{name}'. Known are {string.Join(", ", Enum.GetNames<DeviceType>()).ToLowerInvariant()}.");
        }

        /// <inheritdoc/>
        public override string ToString() =>
            index == -1 ? type.ToString().ToLowerInvariant() : $"{type.ToString().ToLowerInvariant()}:{index}";

        /// <summary>A device from its description.</summary>
        public static implicit operator Device(string description) => new(description);
    }
}
