using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace NetGen;

/// <summary>The user and the group that a file belongs to. .NET can neither ask for them nor set them, so this calls the C library of Linux.</summary>
[SupportedOSPlatform("linux")]
internal static partial class FileOwner
{
    private const string Library = "libc";
    private const int OfTheHandleItself = 0x1000;
    private const uint UserAndGroup = 0x8 | 0x10;

    /// <summary>Gives a file to the owner of another.</summary>
    /// <returns>Whether both belong to the same user and group now. Only root may give files away; true where Linux is too old to say.</returns>
    public static bool TryCopy(SafeFileHandle from, SafeFileHandle to)
    {
        try
        {
            return Read(from, "", OfTheHandleItself, UserAndGroup, out Status source) != 0
                || Read(to, "", OfTheHandleItself, UserAndGroup, out Status target) != 0
                || source.User == target.User && source.Group == target.Group
                || Change(to, source.User, source.Group) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return true;
        }
    }

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Read(SafeFileHandle file, string path, int flags, uint mask, out Status status);

    [LibraryImport(Library, EntryPoint = "fchown")]
    private static partial int Change(SafeFileHandle file, uint user, uint group);

    /// <summary>Linux's struct statx, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(20)]
        public uint User;

        [FieldOffset(24)]
        public uint Group;
    }
}
