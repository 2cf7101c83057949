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
    public uint User;

    [FieldOffset(24)]
    public uint Group;

    [FieldOffset(28)]
    private readonly ushort mode;

    private const string Library = "libc";
    private const int OfTheHandleItself = 0x1000;
    private const int WorkingFolder = -100;
    private const uint KindUserAndGroup = 0x1 | 0x8 | 0x10;
    private const int KindMask = 0xF000;
    private const int PipeKind = 0x1000;

    /// <summary>Whether it is a named pipe.</summary>
    public readonly bool IsPipe => (mode & KindMask) == PipeKind;

    /// <summary>The status of an open file, or null where Linux is too old to say.</summary>
    public static FileStatus? Of(SafeFileHandle file) => Ask(() => (Read(file, "", OfTheHandleItself, KindUserAndGroup, out FileStatus status), status));

    /// <summary>The status of what a path leads to, or null where there is nothing, or Linux is too old to say.</summary>
    public static FileStatus? Of(string path) => Ask(() => (Read(WorkingFolder, path, 0, KindUserAndGroup, out FileStatus status), status));

    private static FileStatus? Ask(Func<(int Error, FileStatus Status)> question)
    {
        try
        {
            (int error, FileStatus status) = question();
            return error == 0 ? status : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Read(SafeFileHandle file, string path, int flags, uint mask, out FileStatus status);

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Read(int folder, string path, int flags, uint mask, out FileStatus status);
}
