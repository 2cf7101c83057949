namespace NetGen.Generator.Tests;

/// <summary>
/// Networks of sequences whose start is measured: what attention does where queries and keys are small, and what stands around it.
/// </summary>
internal static class SequenceStarts
{
    public const string Blocks = """

        [Block, LayerNorm, SelfAttention(4, InitScale = 0.2f)] internal class SmallAttention;
        [Block, LayerNorm, Linear(512, Init = Init.XavierUniform), SwiGLU, Linear(192, Init = Init.XavierUniform)]
        internal class SwiGluBlock;
        """;

    public static IReadOnlyList<DeclaredStart> All { get; } =
    [
        new("Attention", "[Network(Input = 128, Length = 12), Linear(192, Init = Init.XavierUniform), SelfAttention(4, InitScale = 0.15f), "
            + "Linear(192, Init = Init.KaimingUniform), Gelu, Linear(64)]", Seeds: 20),
        new("AttentionOfApartProjections", "[Network(Input = 128, Length = 9), SelfAttention(2, InitScale = 0.15f, Joint = false), "
            + "Linear(64)]", Seeds: 20),
        new("RotaryAttention", "[Network(Input = 128, Length = 9), SelfAttention(2, InitScale = 0.15f, Rotary = true), Linear(64)]",
            Seeds: 20),
        new("ResidualAttention", "[Network(Input = 128, Length = 10), Linear(192, Init = Init.XavierUniform), "
            + "Use<SmallAttention>(Residual = true), Use<SwiGluBlock>(Residual = true), Linear(64)]", Seeds: 20),
        new("Tokens", "[Network(Vocabulary = 500, Length = 10), Embedding(192, InitScale = 0.5f), PositionEmbedding(InitScale = 0.3f), "
            + "SelfAttention(2, InitScale = 0.2f), Linear(64)]", Seeds: 20),
        new("Patches", "[Network(Input = 32, Height = 6, Width = 8), PatchEmbedding(2, 192), Use<SmallAttention>(Residual = true), "
            + "FirstToken, Linear(64)]", Seeds: 40),
        new("MeanOfPositions", "[Network(Input = 128, Length = 12), Linear(192), ReLU, MeanPool, Linear(256)]", Seeds: 80),
        new("GatedUnits", "[Network(Input = 256), Linear(1024), SwiGLU, Linear(64)]", Seeds: 30),
        new("SquaredReLUs", "[Network(Input = 256), Linear(512, Init = Init.XavierUniform), SquaredReLU, Linear(64)]", Seeds: 30),
    ];
}
