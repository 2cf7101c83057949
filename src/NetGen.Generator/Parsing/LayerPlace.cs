using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Where a layer stands.</summary>
/// <param name="Name">Its path, such as <c>0.17.1</c>.</param>
/// <param name="Input">The shape of what comes in.</param>
/// <param name="Path">The way that leads there from the network, for people.</param>
internal readonly record struct LayerPlace(string Name, Shape Input, Func<string> Path)
{
    /// <summary>What comes in, for people.</summary>
    public string Found => Input switch
    {
        { Vocabulary: > 0 } => $"a sequence of {Input.Text} tokens",
        { IsImage: true } => $"an image of {Input.Text}",
        { IsSequence: true } => $"a sequence of {Input.Text}",
        _ => $"a vector of {Input.Text}",
    };
}
