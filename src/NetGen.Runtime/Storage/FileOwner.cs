using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace NetGen;

/// <summary>
/// The user and the group that a file belongs to. .NET can neither ask for them nor set them, so this calls the C library of Linux.
/// </summary>
[SupportedOSPlatform("linux")]
internal static partial class FileOwner
{
    /// <summary>Gives a file to the owner of another.</summary>
    /// <returns>
    /// Whether both belong to the same user and group now. Only root may give files away; true where Linux is too old to say.
    /// </returns>
    public static bool TryCopy(SafeFileHandle from, SafeFileHandle to) =>
        FileStatus.Of(from) is not { } source
        || FileStatus.Of(to) is not { } target
        || (source.User, source.Group) == (target.User, target.Group)
        || Change(to, source.User, source.Group) == 0;

    [LibraryImport("libc", EntryPoint = "fchown")]
    private static partial int Change(SafeFileHandle file, uint user, uint group);
}
