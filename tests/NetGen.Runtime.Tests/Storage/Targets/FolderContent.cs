using System.Formats.Tar;

namespace NetGen.Tests;

/// <summary>All that is in a folder and below it: kinds, modes, owners, links, devices and contents, but no times.</summary>
internal sealed class FolderContent
{
    private readonly SortedDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public FolderContent(string folder)
    {
        EnumerationOptions all = new() { RecurseSubdirectories = true, AttributesToSkip = 0 };
        foreach (string path in Directory.EnumerateFileSystemEntries(folder, "*", all))
            entries.Add(Path.GetRelativePath(folder, path), Entry.Of(path));
    }

    public IEnumerable<string> Names => entries.Keys;

    public Entry? this[string name]
    {
        get => entries.GetValueOrDefault(name);
        set
        {
            entries.Remove(name);
            if (value is not null)
                entries.Add(name, value);
        }
    }

    public override string ToString() => string.Join('\n', entries.Select(static entry => $"{entry.Key}: {entry.Value}"));

    /// <summary>What the header of an archive says of it: nothing else in .NET tells owners and devices.</summary>
    internal sealed record Entry(string Kind, UnixFileMode Mode, int User, int Group, string Link, string Content)
    {
        public static Entry Of(string path)
        {
            using MemoryStream archive = new();
            try
            {
                using (TarWriter writer = new(archive, leaveOpen: true))
                    writer.WriteEntry(path, "entry");
            }
            catch (IOException)
            {
                return new Entry("Socket", default, 0, 0, "", "");
            }

            archive.Position = 0;
            var entry = (PaxTarEntry)new TarReader(archive).GetNextEntry()!;
            string device = entry.EntryType is TarEntryType.CharacterDevice ? $" {entry.DeviceMajor},{entry.DeviceMinor}" : "";
            byte[] content = new byte[entry.Length];
            entry.DataStream?.ReadExactly(content);
            return new Entry($"{entry.EntryType}{device}", entry.Mode, entry.Uid, entry.Gid, entry.LinkName, Convert.ToHexString(content));
        }
    }
}
