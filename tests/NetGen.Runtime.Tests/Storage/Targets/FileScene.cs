using System.Formats.Tar;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace NetGen.Tests;

/// <summary>Builds a <see cref="FileTarget"/> in a folder.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FileScene
{
    /// <summary>Where it stands, from the top of the scene.</summary>
    public const string Place = "place/file";

    /// <summary>Where it stands until it is whole.</summary>
    public const string PlaceBeside = Place + ".netgen-saving";

    public static bool CanMakeDevices { get; } = Caller.CanBeOthers && TryMakeDevice();

    /// <summary>An empty folder: in memory where that can be, for every save waits for the disk.</summary>
    public static DirectoryInfo NewFolder(Standing standing)
    {
        const string Memory = "/dev/shm";
        // Many systems let no device stand there.
        bool isDevice = standing is Standing.NullDevice or Standing.FullDevice;
        return !isDevice && Directory.Exists(Memory)
            ? Directory.CreateDirectory(Path.Join(Memory, Path.GetRandomFileName()))
            : Directory.CreateTempSubdirectory("netgen-tests-");
    }

    /// <summary>Builds it in an empty folder.</summary>
    /// <returns>The path to save to, and what stands there only until it is disposed of.</returns>
    public static (string Path, IEnumerable<IDisposable> Held) Build(FileTarget target, string top)
    {
        SetMode(top, "0755");
        string place = Directory.CreateDirectory(Path.Join(top, "place")).FullName;
        Directory.CreateDirectory(Path.Join(top, "links"));
        Directory.CreateDirectory(Path.Join(top, "far/er/inner"));
        File.WriteAllText(Path.Join(place, "neighbour"), "mine");
        string file = Path.Join(top, Place);
        Socket? socket = Stand(target, file);
        FileStream? save = target.Standing is Standing.MissingFolder ? null : PutBeside(target, Path.Join(top, PlaceBeside));
        string named = target.Standing is Standing.MissingFolder ? Path.Join(top, "missing/file") : file;
        string path = Link(target.Links, top, named);
        SetMode(place, target.FolderMode);
        return (path, [.. new IDisposable?[] { socket, save }.OfType<IDisposable>()]);
    }

    private static Socket? Stand(FileTarget target, string file)
    {
        switch (target.Standing)
        {
            case Standing.Nothing or Standing.MissingFolder:
                return null;
            case Standing.Loop:
                File.CreateSymbolicLink(file, "file");
                return null;
            case Standing.Socket:
                Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                socket.Bind(new UnixDomainSocketEndPoint(file));
                GiveToOwner(target, file);
                return socket;
            case Standing.Folder:
                Directory.CreateDirectory(file);
                return null;
            case Standing.File:
                File.WriteAllText(file, "old");
                break;
            case Standing.EmptyFile:
                File.WriteAllText(file, "");
                break;
            case Standing.Pipe:
                Make(file, new PaxTarEntry(TarEntryType.Fifo, "pipe"));
                break;
            case Standing.NullDevice:
                Make(file, Device(3));
                break;
            case Standing.FullDevice:
                Make(file, Device(7));
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to build {target.Standing}.");
        }

        GiveToOwner(target, file);
        return null;
    }

    private static void GiveToOwner(FileTarget target, string file)
    {
        if (Caller.CanBeOthers)
            Caller.Give(file, target.Owner.User, target.Owner.Group);
        SetMode(file, target.Mode);
    }

    private static FileStream? PutBeside(FileTarget target, string path)
    {
        switch (target.Beside)
        {
            case Beside.Nothing:
                return null;
            case Beside.LeftOver:
                File.WriteAllText(path, new string('x', 1000));
                if (Caller.CanBeOthers)
                    Caller.Give(path, target.Caller.User, target.Caller.Group);
                return null;
            case Beside.AnotherSave:
                FileStream save = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                SetMode(path, "0666");
                return save;
            case Beside.Folder:
                Directory.CreateDirectory(path);
                return null;
            case Beside.Link:
                File.CreateSymbolicLink(path, "neighbour");
                return null;
            case Beside.Pipe:
                Make(path, new PaxTarEntry(TarEntryType.Fifo, "pipe"));
                SetMode(path, "0666");
                return null;
            default:
                throw new InvalidOperationException($"Nobody knows what {target.Beside} is.");
        }
    }

    private static string Link(Links links, string top, string file)
    {
        string folder = Path.Join(top, "links");
        string up = Path.Join("..", Path.GetRelativePath(top, file));
        string first = Path.Join(folder, "first");
        switch (links)
        {
            case Links.None:
                return file;
            case Links.Relative:
                File.CreateSymbolicLink(first, up);
                return first;
            case Links.Absolute:
                File.CreateSymbolicLink(first, file);
                return first;
            case Links.Chain:
                File.CreateSymbolicLink(first, "second");
                File.CreateSymbolicLink(Path.Join(folder, "second"), Path.Join(folder, "./third"));
                File.CreateSymbolicLink(Path.Join(folder, "third"), up);
                return first;
            case Links.ThroughFolder:
                File.CreateSymbolicLink(Path.Join(folder, "side"), "../far/er/inner");
                File.CreateSymbolicLink(Path.Join(folder, "side/first"), Path.Join("../..", up));
                return Path.Join(folder, "side/first");
            default:
                throw new InvalidOperationException($"Nobody knows the links {links}.");
        }
    }

    private static PaxTarEntry Device(int minor) => new(TarEntryType.CharacterDevice, "device") { DeviceMajor = 1, DeviceMinor = minor };

    private static void Make(string path, TarEntry entry) => entry.ExtractToFile(path, overwrite: false);

    public static void SetMode(string path, string mode) => File.SetUnixFileMode(path, (UnixFileMode)Octal(mode));

    public static int Octal(string digits) => Convert.ToInt32(digits, 8);

    private static bool TryMakeDevice()
    {
        DirectoryInfo folder = NewFolder(Standing.NullDevice);
        try
        {
            string path = Path.Join(folder.FullName, "device");
            Make(path, Device(3));
            File.WriteAllText(path, "x");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A container without the right to make devices, or a folder mounted without them.
            return false;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
