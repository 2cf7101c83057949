using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace NetGen;

/// <summary>Linux's struct statx, the same on every processor: what .NET does not tell of a file.</summary>
[SupportedOSPlatform("linux")]
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal partial struct FileStatus
{
    [FieldOffset(20)]
    public readonly uint User;

    [FieldOffset(24)]
    public readonly uint Group;

    [FieldOffset(28)]
    private readonly ushort mode;

    private const int OfTheHandleItself = 0x1000;
    private const uint KindUserAndGroup = 0x1 | 0x8 | 0x10;
    private const int KindMask = 0xF000;
    private const int PipeKind = 0x1000;
    private const int RegularKind = 0x8000;
    private static readonly SafeFileHandle workingFolder = new(-100, ownsHandle: false);

    /// <summary>Whether it is a named pipe.</summary>
    public readonly bool IsPipe => (mode & KindMask) == PipeKind;

    /// <summary>Whether it is a regular file.</summary>
    public readonly bool IsRegular => (mode & KindMask) == RegularKind;

    /// <summary>The status of an open file, or null where Linux is too old to say.</summary>
    public static FileStatus? Of(SafeFileHandle file) => Of(file, "", OfTheHandleItself);

    /// <summary>The status of what a path leads to; null where it leads nowhere, or where Linux is too old to say.</summary>
    public static FileStatus? Of(string path) => Of(workingFolder, path, 0);

    private static FileStatus? Of(SafeFileHandle start, string path, int flags)
    {
        try
        {
            return Read(start, path, flags, KindUserAndGroup, out FileStatus status) == 0 ? status : null;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Read(SafeFileHandle start, string path, int flags, uint mask, out FileStatus status);
}
