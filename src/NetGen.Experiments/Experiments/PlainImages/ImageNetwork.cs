using System.Text;
using NetGen.Data;

namespace NetGen.Experiments.PlainImages;

/// <summary>A network of the comparison, as it is declared.</summary>
/// <param name="Way">How what comes into a layer gets past its convolutions.</param>
/// <param name="Norm">Whether a batch norm stands behind every convolution.</param>
/// <param name="Shape">Depth and widths.</param>
/// <param name="LearnerShare">How many channels the first convolution of a layer makes, as a share of the stage's.</param>
internal sealed record ImageNetwork(Way Way, bool Norm, ResNetShape Shape, double LearnerShare = 1)
{
    /// <summary>Its name as a class.</summary>
    public string Name =>
        $"{Way}{(Norm ? "" : "Normless")}{Shape.Depth}{(LearnerShare == 1 ? "" : $"Per{Math.Round(1 / LearnerShare)}")}";

    /// <summary>The name of its line or row.</summary>
    public string Label => LearnerShare == 1 ? Way.Label() : $"{Way.Label()}, learner × {Number.Short(LearnerShare)}";

    /// <summary>The name of the set-up that it is compared in.</summary>
    public string Setup => $"{Shape.Depth} layers, {(Norm ? "batch norm" : "no norm")}";

    /// <summary>Where its layers of two convolutions lie: the beginning of the names of what is in them, and their stage, from 0.</summary>
    public IEnumerable<(string Path, int Stage)> LayerPaths
    {
        get
        {
            int item = Entry(Shape.Channels(0), Shape.StemStride).Length + (Norm ? 1 : 0);
            for (int stage = 0; stage < ResNetShape.Stages; stage++)
            {
                if (stage > 0)
                    yield return ($"{item++}.", stage);
                for (int layer = 0; layer < Repeated(stage); layer++)
                    yield return ($"{item}.{layer}.", stage);
                item += Repeated(stage) > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>The coder of a stage: the full name of its block, or null where none of the stage's layers has one.</summary>
    public string? CoderBlock(int stage) =>
        Way.CoderWidth(Shape.Channels(stage)) is null || Repeated(stage) == 0 ? null : $"{Name}Coder{stage}";

    /// <summary>
    /// Its declaration for images, as somebody would write it. That of <see cref="Way.Leaky"/> is plain: the slope is what the compiler
    /// advises.
    /// </summary>
    /// <param name="images">Their shape.</param>
    /// <param name="classes">How many kinds there are.</param>
    public string Source(ImageShape images, int classes)
    {
        StringBuilder network = new();
        StringBuilder blocks = new();
        network.AppendLine("using NetGen;").AppendLine();
        string folds = Way is Way.RepVgg or Way.Dirac ? ", Fold = true" : "";
        network.AppendLine($"[Network(Input = {images.Channels}, Height = {images.Height}, Width = {images.Width}{folds})]");
        network.AppendLine($"[{string.Join(", ", Entry(Shape.Channels(0), Shape.StemStride))}]");
        for (int stage = 0; stage < ResNetShape.Stages; stage++)
        {
            if (stage > 0)
            {
                network.AppendLine($"[Use<{Name}Down{stage}>]");
                DeclareDown(blocks, stage);
            }

            if (Repeated(stage) > 0)
                network.AppendLine($"[Repeat<{Name}Layer{stage}>({Repeated(stage)})]");
            if (Repeated(stage) > 0 || Way is Way.RepVgg or Way.Dirac)
                DeclareLayer(blocks, stage);
        }

        network.AppendLine($"[{(Way == Way.Dirac ? $"{Rectifier}, " : "")}GlobalAvgPool, Linear({classes})]");
        network.AppendLine($"public sealed partial class {Name};");
        return network.Append(blocks).ToString();
    }

    /// <summary>How many layers of a stage are alike: its first one makes the image smaller, but for the first stage's.</summary>
    private int Repeated(int stage) => Shape.LayersOfStage - (stage > 0 ? 1 : 0);

    /// <summary>The first layer of a stage, which makes images half as high and wide.</summary>
    private void DeclareDown(StringBuilder blocks, int stage)
    {
        int channels = Shape.Channels(stage);
        string rectifier = Rectifier;
        string first = $"{Convolution(Learners(stage), ", Stride = 2")}, {rectifier}";
        switch (Way)
        {
            case Way.Residual:
                Declare(blocks, $"Fall{stage}", $"{first}, {Convolution(channels, Silent)}");
                Declare(blocks, $"Down{stage}", $"Use<{Name}Fall{stage}>(Residual = true, Projection = true), {rectifier}");
                break;
            case Way.RepVgg:
                Declare(blocks, $"ThreeDown{stage}", Convolution(channels, ", Stride = 2"));
                Declare(blocks, $"OneDown{stage}", Convolution(channels, ", Kernel = 1, Stride = 2"));
                Declare(blocks, $"RepDown{stage}", $"Parallel<{Name}ThreeDown{stage}, {Name}OneDown{stage}>");
                Declare(blocks, $"Down{stage}", $"Use<{Name}RepDown{stage}>, {rectifier}, Use<{Name}Rep{stage}>, {rectifier}");
                break;
            case Way.Dirac:
                Declare(blocks, $"Down{stage}", $"{rectifier}, {Convolution(channels, ", Stride = 2")}, Use<{Name}Dirac{stage}>");
                break;
            case Way.Plain or Way.Leaky or Way.CoderA or Way.CoderB or Way.CoderC:
                Declare(blocks, $"Down{stage}", $"{first}, {string.Join(", ", Entry(channels, 1))}");
                break;
            default:
                throw new InvalidOperationException($"Expected a way that gets to the next stage, got {Way}.");
        }
    }

    /// <summary>The layers of a stage that are alike, and what is in them.</summary>
    private void DeclareLayer(StringBuilder blocks, int stage)
    {
        int channels = Shape.Channels(stage);
        string learner = $"{Convolution(Learners(stage))}, {Rectifier}, ";
        switch (Way)
        {
            case Way.Residual:
                Declare(blocks, $"Learner{stage}", learner + Convolution(channels, Silent));
                Declare(blocks, $"Layer{stage}", $"Use<{Name}Learner{stage}>(Residual = true), {Rectifier}");
                break;
            case Way.Plain or Way.Leaky:
                Declare(blocks, $"Learner{stage}", learner + Convolution(channels));
                Declare(blocks, $"Layer{stage}", $"Use<{Name}Learner{stage}>, {Rectifier}");
                break;
            case Way.CoderA or Way.CoderB or Way.CoderC:
                Declare(blocks, $"Learner{stage}", learner + Convolution(channels, Silent));
                Declare(blocks, $"Coder{stage}", $"Linear({Way.CoderWidth(channels)}), ReLU, Linear({channels})");
                Declare(blocks, $"Frozen{stage}", $"Use<{Name}Coder{stage}>(Shared = true, Frozen = true)");
                Declare(blocks, $"Layer{stage}", $"Parallel<{Name}Learner{stage}, {Name}Frozen{stage}>, {Rectifier}");
                break;
            case Way.RepVgg:
                Declare(blocks, $"Three{stage}", Convolution(channels));
                Declare(blocks, $"One{stage}", Convolution(channels, ", Kernel = 1"));
                Declare(blocks, $"Straight{stage}", "BatchNorm2d");
                Declare(blocks, $"Rest{stage}", $"Parallel<{Name}One{stage}, {Name}Straight{stage}>");
                Declare(blocks, $"Rep{stage}", $"Parallel<{Name}Three{stage}, {Name}Rest{stage}>");
                Declare(blocks, $"Layer{stage}", $"Use<{Name}Rep{stage}>, {Rectifier}, Use<{Name}Rep{stage}>, {Rectifier}");
                break;
            case Way.Dirac:
                Declare(blocks, $"Same{stage}", "Scale(1f, Learned = true, PerChannel = true)");
                Declare(blocks, $"Turned{stage}", $"{Rectifier}, {Convolution(channels, ", WeightNorm = true, InitialGain = 0.1f")}");
                Declare(blocks, $"Dirac{stage}", $"Parallel<{Name}Same{stage}, {Name}Turned{stage}>");
                Declare(blocks, $"Layer{stage}", $"Use<{Name}Dirac{stage}>, Use<{Name}Dirac{stage}>");
                break;
            default:
                throw new InvalidOperationException($"Expected a way that gets past a layer, got {Way}.");
        }
    }

    private void Declare(StringBuilder blocks, string name, string layers) =>
        blocks.AppendLine().AppendLine($"[Block, {layers}]").AppendLine($"public sealed class {Name}{name};");

    private int Learners(int stage) => Math.Max(1, (int)Math.Round(LearnerShare * Shape.Channels(stage)));

    /// <summary>Without norms, the second convolution of a layer that has a way around it starts at zero (Zhang et al. 2019).</summary>
    private string Silent => Norm ? "" : ", Init = Init.Zeros";

    /// <summary>What hands on to a stage: coder C takes the two halves of a CReLU, and a layer of DiracNet begins with one.</summary>
    private string[] Entry(int channels, int stride) => Way switch
    {
        Way.CoderC => [Convolution(channels / 2, Strided(stride)), "CReLU"],
        Way.Dirac => [Convolution(channels, Strided(stride))],
        _ => [Convolution(channels, Strided(stride)), Rectifier],
    };

    private string Rectifier => Way == Way.Dirac ? "NCReLU" : "ReLU";

    private static string Strided(int stride) => stride == 1 ? "" : $", Stride = {stride}";

    private string Convolution(int channels, string settings = "") =>
        Norm ? $"Conv2d({channels}{settings}, Bias = false), BatchNorm2d" : $"Conv2d({channels}{settings})";
}
