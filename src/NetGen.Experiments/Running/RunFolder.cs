namespace NetGen.Experiments.Running;

/// <summary>The folder of a run. A file in it is whole or not there: it is written under another name and then renamed.</summary>
internal sealed class RunFolder
{
    public RunFolder(string path) => Path = Directory.CreateDirectory(path).FullName;

    public string Path { get; }

    public void Write(string name, string text) => Replace(name, file => File.WriteAllText(file, text));

    public void Write(string name, byte[] bytes) => Replace(name, file => File.WriteAllBytes(file, bytes));

    public bool Has(string name) => File.Exists(System.IO.Path.Combine(Path, name));

    /// <summary>Removes what an earlier run left: figures and reports beside other numbers would deceive.</summary>
    /// <param name="names">The names of its reports.</param>
    public void RemoveConclusions(params IEnumerable<string> names)
    {
        foreach (string name in names)
            File.Delete(System.IO.Path.Combine(Path, name));
        string figures = System.IO.Path.Combine(Path, "figures");
        if (Directory.Exists(figures))
            Directory.Delete(figures, recursive: true);
    }

    private void Replace(string name, Action<string> write)
    {
        string target = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        string temporary = target + ".tmp";
        write(temporary);
        File.Move(temporary, target, overwrite: true);
    }
}
