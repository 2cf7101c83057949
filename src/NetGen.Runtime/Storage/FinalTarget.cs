namespace NetGen;

/// <summary>Where links lead in the end, as the operating system follows them.</summary>
internal static class FinalTarget
{
    // Linux's own limit.
    private const int MostLinks = 40;

    /// <summary>The file that a path names, whether it is there or not.</summary>
    /// <param name="path">A full path.</param>
    /// <remarks>
    /// <see cref="FileSystemInfo.ResolveLinkTarget"/> takes <c>..</c> in a link for the folder before it in the path, even where that
    /// one is a link itself.
    /// </remarks>
    public static string Of(string path)
    {
        if (new FileInfo(path).LinkTarget is null)
            return path;

        string root = Path.GetPathRoot(path)!;
        string at = root;
        Stack<string> rest = new();
        Push(path[root.Length..]);
        for (int links = 0; rest.TryPop(out string? part);)
        {
            string next = Path.Join(at, part);
            if (part == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
            }
            else if (new FileInfo(next).LinkTarget is not { } link)
            {
                at = next;
            }
            else if (++links > MostLinks)
            {
                throw new IOException($"{path} is a link that leads through more than {MostLinks} others.");
            }
            else
            {
                string linkRoot = Path.GetPathRoot(link)!;
                if (linkRoot.Length > 0)
                    at = linkRoot;
                Push(link[linkRoot.Length..]);
            }
        }

        return at;

        void Push(string parts)
        {
            char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
            foreach (string part in parts.Split(separators, StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                if (part != ".")
                    rest.Push(part);
            }
        }
    }
}
