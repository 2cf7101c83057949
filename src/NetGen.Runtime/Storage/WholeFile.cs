namespace NetGen;

/// <summary>A file that is whole or not there: it is written under another name beside its place, and then renamed.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        string temporary = Path.Join(Path.GetDirectoryName(target), Path.GetRandomFileName() + ".tmp");
        FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write);
        try
        {
            using (stream)
            {
                write(stream);
                // On the disk before it gets its name: a power cut must not leave the name with half of the bytes.
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
