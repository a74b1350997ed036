using System.Reflection;
using System.Runtime.InteropServices;

namespace Workbook.Jupyter.Sockets;

/// <summary>The functions of ZeroMQ's own library that a kernel needs, from the one installed on the machine.</summary>
internal static unsafe partial class LibZmq
{
    public const int Interrupted = 4;

    private const string Name = "libzmq";

    // What packages of the systems call it; the bare name is for a library that someone put on the search path.
    private static readonly string[] FileNames = ["libzmq.so.5", "libzmq.5.dylib", "libzmq.dll", Name];

    /// <summary>The system's number for "nothing there yet".</summary>
    public static readonly int Again = OperatingSystem.IsMacOS() ? 35 : 11;

    static LibZmq() => NativeLibrary.SetDllImportResolver(typeof(LibZmq).Assembly, Resolve);

    /// <summary>Whether the library is there and can be loaded.</summary>
    public static bool IsInstalled => Load(typeof(LibZmq).Assembly) != 0;

    [LibraryImport(Name, EntryPoint = "zmq_ctx_new")]
    public static partial nint CreateContext();

    /// <summary>Waits until what the sockets still hold is sent, or their linger time is over.</summary>
    [LibraryImport(Name, EntryPoint = "zmq_ctx_term", SetLastError = true)]
    public static partial int EndContext(nint context);

    [LibraryImport(Name, EntryPoint = "zmq_socket", SetLastError = true)]
    public static partial nint CreateSocket(nint context, SocketKind kind);

    [LibraryImport(Name, EntryPoint = "zmq_close")]
    public static partial int Close(nint socket);

    [LibraryImport(Name, EntryPoint = "zmq_setsockopt", SetLastError = true)]
    public static partial int SetOption(nint socket, int option, void* value, nuint size);

    [LibraryImport(Name, EntryPoint = "zmq_bind", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Bind(nint socket, string address);

    [LibraryImport(Name, EntryPoint = "zmq_connect", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Connect(nint socket, string address);

    [LibraryImport(Name, EntryPoint = "zmq_send", SetLastError = true)]
    public static partial int Send(nint socket, byte* data, nuint size, int flags);

    [LibraryImport(Name, EntryPoint = "zmq_poll", SetLastError = true)]
    public static partial int Poll(byte* items, int count, long milliseconds);

    [LibraryImport(Name, EntryPoint = "zmq_msg_init")]
    public static partial int BeginMessage(Frame* frame);

    [LibraryImport(Name, EntryPoint = "zmq_msg_recv", SetLastError = true)]
    public static partial int Receive(Frame* frame, nint socket, int flags);

    [LibraryImport(Name, EntryPoint = "zmq_msg_data")]
    public static partial byte* Data(Frame* frame);

    [LibraryImport(Name, EntryPoint = "zmq_msg_size")]
    public static partial nuint Size(Frame* frame);

    [LibraryImport(Name, EntryPoint = "zmq_msg_more")]
    public static partial int HasMore(Frame* frame);

    [LibraryImport(Name, EntryPoint = "zmq_msg_close")]
    public static partial int EndMessage(Frame* frame);

    /// <summary>The system's words for its last error.</summary>
    public static string LastError()
    {
        var code = Marshal.GetLastPInvokeError();
        return Marshal.PtrToStringUTF8(Describe(code)) ?? $"error {code}";
    }

    [LibraryImport(Name, EntryPoint = "zmq_strerror")]
    private static partial nint Describe(int code);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == Name ? Load(assembly) : 0;

    private static nint Load(Assembly assembly)
    {
        foreach (var file in FileNames)
            if (NativeLibrary.TryLoad(file, assembly, null, out var library))
                return library;
        return 0;
    }

    /// <summary>zmq_msg_t: 64 bytes that only the library understands, aligned like a pointer.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    public struct Frame
    {
        private readonly nint _start;
    }
}
