namespace NetGen.Experiments.LeakySlope;

/// <summary>What networks are to do, and what they are made of for it.</summary>
/// <param name="Name">Its name in results.</param>
/// <param name="Title">Its name among others.</param>
/// <param name="Input">What the declaration says of inputs.</param>
/// <param name="Width">The width of plain and residual layers: units, or channels.</param>
/// <param name="Code">The width of the coder and of the learner of a layer of the hypothesis, which hands on twice as much.</param>
/// <param name="Kernel">The side of the windows that its images are cut into, or null where inputs are vectors.</param>
internal sealed record SlopeTask(string Name, string Title, string Input, int Width, int Code, int? Kernel)
{
    /// <summary>Hands on 64 numbers.</summary>
    public static SlopeTask Identity { get; } = new(
        "distant-identity", "Distant Identity", "Input = 64, InputStd = 0.57735f", Width: 64, Code: 64, Kernel: null);

    /// <summary>Tells clothes apart by all their pixels.</summary>
    public static SlopeTask Dense { get; } = new("fashion-dense", "Fashion-MNIST, dense", "Input = 784", Width: 64, Code: 32, Kernel: null);

    /// <summary>The same by convolutions of 7 × 7 positions, to which the first of them reduces an image.</summary>
    public static SlopeTask Convolutional { get; } = new(
        "fashion-convolutional", "Fashion-MNIST, convolutional", "Input = 1, Height = 28, Width = 28", Width: 16, Code: 8, Kernel: 4);

    public static IReadOnlyList<SlopeTask> All { get; } = [Identity, Dense, Convolutional];

    /// <summary>Whether an input is its own target.</summary>
    public bool IsIdentity => this == Identity;

    /// <summary>The last layer. A ReLU at the end would keep half of what is to be handed on away.</summary>
    public string Head =>
        IsIdentity ? "Linear(64, Init = Init.LeCunNormal)" : $"{(IsImage ? "Flatten, " : "")}Linear(10, Init = Init.LeCunNormal)";

    /// <summary>What stands in front of equal layers.</summary>
    public string Stem => IsIdentity ? "" : $"{First(Width, "")}, ReLU, ";

    /// <summary>
    /// The same for layers of the hypothesis. Coder C is exact for numbers of at most 1, which are all that there are in Distant Identity
    /// and nearly all that such a start makes.
    /// </summary>
    public string CodedStem => IsIdentity ? "CReLU, " : $"{First(Code, ", Init = Init.LeCunNormal, InitScale = 0.35f")}, CReLU, ";

    /// <summary>A layer's product.</summary>
    public string Product(int outputs, string arguments = "") => $"{(IsImage ? "Conv2d" : "Linear")}({outputs}{arguments})";

    /// <summary>A coder's product, of each position for itself.</summary>
    public string Position(int outputs) => Product(outputs, IsImage ? ", Kernel = 1" : "");

    private bool IsImage => Kernel is not null;

    private string First(int outputs, string start) =>
        Product(outputs, Kernel is int side ? $", Kernel = {side}, Stride = {side}, Padding = 0{start}" : start);
}
