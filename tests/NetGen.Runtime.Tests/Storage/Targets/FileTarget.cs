using System.Runtime.Versioning;

namespace NetGen.Tests;

/// <summary>
/// A place that somebody saves to: what stands there, how the path leads there, what lies beside it, whose it is, and who saves.
/// </summary>
/// <param name="Mode">The mode of what stands there, in octal digits.</param>
/// <param name="FolderMode">The mode of its folder, which is root's.</param>
[UnsupportedOSPlatform("windows")]
internal sealed record FileTarget(
    Standing Standing, Links Links, Beside Beside, string Mode, string FolderMode, Caller Owner, Caller Caller)
{
    private const int OwnerWrites = 0x80;
    private const int GroupWrites = 0x10;
    private const int OthersWrite = 0x2;

    // Of no group that the process may be in.
    private static readonly Caller root = new(0, 54323);
    private static readonly Caller other = new(54322, 54323);
    private static readonly Caller ownOfOtherGroup = Caller.Somebody with { Group = other.Group };

    public static FileTarget Draw(int seed)
    {
        Random random = new(seed);
        Standing[] standings =
        [
            .. Enum.GetValues<Standing>()
                .Where(static standing => FileScene.CanMakeDevices || standing is not (Standing.NullDevice or Standing.FullDevice)),
        ];
        return new FileTarget(
            // Half of them are files, and half have nothing beside them, where there is most to get wrong.
            random.Next(2) == 0 ? Standing.File : Pick(standings),
            Pick(Enum.GetValues<Links>()),
            random.Next(2) == 0 ? Beside.Nothing : Pick(Enum.GetValues<Beside>()),
            Pick(["0600", "0640", "0644", "0444", "0660", "0666"]),
            Pick(["0777", "0777", "1777", "0555"]),
            Caller.CanBeOthers ? Pick([root, Caller.Somebody, other, ownOfOtherGroup]) : Caller.Root,
            Caller.CanBeOthers ? Pick([Caller.Root, Caller.Somebody]) : Caller.Root);

        T Pick<T>(T[] values) => values[random.Next(values.Length)];
    }

    /// <summary>Why a save is refused, as a part of the message; null where it is not.</summary>
    public string? Refusal => this switch
    {
        { Standing: Standing.Loop } => "symbolic links",
        { Standing: Standing.MissingFolder } => "There is no folder",
        { Standing: Standing.Folder } => "This is a folder.",
        { Standing: not Standing.Nothing } when !MayWrite => "denied",
        { Standing: Standing.Socket } => "No such device or address",
        { Standing: Standing.FullDevice } => "No space left",
        { Standing: Standing.Pipe or Standing.NullDevice } => null,
        { Beside: Beside.Link or Beside.Pipe } => "in the way",
        { Beside: Beside.Folder } => "denied",
        { Beside: Beside.AnotherSave } => "another process",
        _ when !MayCreate => "denied",
        _ => null,
    };

    private bool HasRootsRights => Caller.CanBeOthers && Caller == Caller.Root;

    private bool MayWrite => HasRootsRights || (FileScene.Octal(Mode) & CallersWriteBit) != 0;

    private int CallersWriteBit =>
        Owner.User == Caller.User ? OwnerWrites : Owner.Group == Caller.Group ? GroupWrites : OthersWrite;

    private bool MayCreate => HasRootsRights || FolderMode != "0555";
}

/// <summary>What stands at a place.</summary>
internal enum Standing { Nothing, File, EmptyFile, Folder, MissingFolder, Pipe, NullDevice, FullDevice, Socket, Loop }

/// <summary>How a path leads there.</summary>
internal enum Links { None, Relative, Absolute, Chain, ThroughFolder }

/// <summary>What stands under the name of the unfinished file.</summary>
internal enum Beside { Nothing, LeftOver, AnotherSave, Folder, Link, Pipe }
