using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace NetGen.Tests;

/// <summary>
/// Who saves: the process as it is, or, where that is root, somebody without root's rights. Linux keeps the user of file operations for
/// each thread, so no other process is needed.
/// </summary>
/// <param name="User">The number of the user.</param>
/// <param name="Group">The number of the group.</param>
[UnsupportedOSPlatform("windows")]
internal sealed record Caller(uint User, uint Group)
{
    public static readonly Caller Root = new(0, 0);
    public static readonly Caller Somebody = new(54321, 54321);

    /// <summary>Whether tests can be somebody else, and give files away: root can, but not in every container.</summary>
    public static bool CanBeOthers { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && TryBeSomebody();

    public void Run(Action action)
    {
        if (this == Root)
            action();
        else
            RunWithoutRoot(action);
    }

    private void RunWithoutRoot(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                _ = SetGroup(Group);
                _ = SetUser(User);
                action();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    private static bool TryBeSomebody()
    {
        string path = Path.GetTempFileName();
        try
        {
            Give(path, Somebody.User, Somebody.Group);
            Somebody.RunWithoutRoot(() => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Give(path, 0, 0);
            Somebody.RunWithoutRoot(() => File.ReadAllText(path));
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Gives a file away.</summary>
    public static void Give(string path, uint user, uint group)
    {
        if (ChangeOwner(path, user, group) != 0)
            throw new IOException($"{path} could not be given to {user}:{group}.");
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetUser(uint user);

    [DllImport("libc", EntryPoint = "setfsgid")]
    private static extern int SetGroup(uint group);

    [DllImport("libc", EntryPoint = "lchown")]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
}
