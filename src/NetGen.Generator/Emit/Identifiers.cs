using System.Text;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>Gives values the names that they have in formulas, as identifiers of C#, each value its own.</summary>
/// <param name="taken">Names that mean something else where these are used.</param>
internal sealed class Identifiers(IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = new(taken, StringComparer.Ordinal);

    /// <summary>The same names taken, from where each copy goes on by itself.</summary>
    public Identifiers Copy() => new(taken);

    /// <summary>A name like <c>h3</c> as it is, <c>ReLU'(z1)</c> as <c>ReLU_z1</c>; a second value of a name gets a number.</summary>
    public string Add(string name)
    {
        StringBuilder letters = new();
        foreach (char character in name)
        {
            if (char.IsLetterOrDigit(character))
                letters.Append(character);
            else if (letters.Length > 0 && letters[letters.Length - 1] != '_')
                letters.Append('_');
        }

        string identifier = letters.ToString().TrimEnd('_');
        string distinct = identifier;
        for (int number = 2; !taken.Add(distinct); number++)
            distinct = $"{identifier}_{Numbers.Literal(number)}";
        return distinct;
    }
}
