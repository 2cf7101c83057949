using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace NetGen;

/// <summary>A named pipe. On Linux, to open one is to wait for the other side, for ever if nobody comes.</summary>
[SupportedOSPlatform("linux")]
internal static partial class NamedPipe
{
    private const int WriteOnly = 0x1;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int NoReader = 6;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Whether a path leads to a named pipe.</summary>
    public static bool IsAt(string path) => FileStatus.Of(path) is { IsPipe: true };

    /// <summary>Opens a pipe for writing once somebody reads it. While the handle is open, the reader does not see an end.</summary>
    /// <exception cref="IOException">Nobody reads it within two seconds.</exception>
    public static SafeFileHandle OpenWhenRead(string path)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            SafeFileHandle handle = Open(path, WriteOnly | NonBlocking | CloseOnExec);
            if (!handle.IsInvalid || Marshal.GetLastPInvokeError() != NoReader)
                return handle;

            handle.Dispose();
            if (clock.Elapsed >= patience)
                throw new IOException("This is a pipe, and nobody reads it.");
            Thread.Sleep(pause);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
