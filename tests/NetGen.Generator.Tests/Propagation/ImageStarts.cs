namespace NetGen.Generator.Tests;

/// <summary>
/// Networks of images whose start is measured. Images have many channels, so that the first convolution is a wide layer too, and few
/// pixels, so that their rim counts.
/// </summary>
internal static class ImageStarts
{
    public const string Blocks = """

        [Block, Conv2d(96, Init = Init.KaimingUniform), ReLU] internal class ConvReLU;
        [Block, Conv2d(96, Init = Init.XavierUniform, InitScale = 1.3f), Tanh] internal class ConvTanh;
        [Block, Conv2d(96, Init = Init.KaimingUniform, Bias = false), BatchNorm2d, ReLU] internal class ConvBatchNorm;
        [Block, Conv2d(96, Init = Init.KaimingUniform), GroupNorm(1), ReLU] internal class ConvGroupNorm;
        [Block, Linear(512, Init = Init.KaimingUniform), BatchNorm1d, ReLU] internal class LinearBatchNorm;
        [Block, BatchNorm2d, ReLU, Conv2d(96, Init = Init.KaimingUniform)] internal class PreActivation;
        [Block, Conv2d(96, Init = Init.KaimingUniform, Bias = false), BatchNorm2d, ReLU]
        [Conv2d(96, Init = Init.KaimingUniform, Bias = false), BatchNorm2d] internal class Basic;
        [Block, Conv2d(128, Stride = 2, Init = Init.KaimingUniform, Bias = false), BatchNorm2d, ReLU]
        [Conv2d(128, Init = Init.KaimingUniform, Bias = false), BatchNorm2d] internal class Down;
        [Block, LayerNorm, Conv2d(96, Init = Init.KaimingUniform), Gelu] internal class PixelNorm;
        [Block, Conv2d(96, Init = Init.XavierUniform)] internal class OnlyConv;
        """;

    public static IReadOnlyList<DeclaredStart> All { get; } =
    [
        new("PlainConvolutions", "[Network(Input = 96, Height = 8, Width = 8), Repeat<ConvReLU>(10), Flatten, Linear(64)]", Seeds: 100)
        {
            Rows = 4,
        },
        new("ConvolutionsOfShiftedImages", "[Network(Input = 96, Height = 7, Width = 5, InputMean = 0.5f, InputStd = 0.5f), "
            + "Repeat<ConvReLU>(4), Flatten, Linear(64)]", Seeds: 100) { Rows = 4 },
        new("TanhConvolutions", "[Network(Input = 96, Height = 6, Width = 6), Repeat<ConvTanh>(8), Flatten, Linear(64)]", Seeds: 10),
        new("Windows", "[Network(Input = 64, Height = 17, Width = 15), Conv2d(128, Kernel = 5, Stride = 2), ReLU, "
            + "Conv2d(128, Kernel = 4), ReLU, "
            + "Conv2d(128, Padding = 0), ReLU, Linear(256), ReLU, Conv2d(128, Stride = 2, Padding = 2), ReLU, Flatten, "
            + "Linear(128)]", Seeds: 80)
        {
            Rows = 4,
        },
        new("OrthogonalConvolutions", "[Network(Input = 64, Height = 6, Width = 6), Conv2d(64, Init = Init.Orthogonal, "
            + "InitScale = 1.4f), ReLU, "
            + "Conv2d(64, Init = Init.Orthogonal, InitScale = 1.4f), ReLU, Conv2d(64, Init = Init.Identity), ReLU, Flatten, Linear(64)]",
            Seeds: 10),
        new("MaxPools", "[Network(Input = 64, Height = 16, Width = 16), Conv2d(96), ReLU, MaxPool2d, Conv2d(128), ReLU, "
            + "MaxPool2d, Flatten, "
            + "Linear(256), ReLU, Linear(64)]", Seeds: 30),
        new("OverlappingMaxPool", "[Network(Input = 64, Height = 15, Width = 15), Conv2d(96), ReLU, MaxPool2d(Kernel = 3, Stride = 2), "
            + "Conv2d(128), ReLU, Flatten, Linear(64)]", Seeds: 20),
        new("MaxPoolBeforeActivation", "[Network(Input = 64, Height = 12, Width = 12), Conv2d(128), MaxPool2d, ReLU, "
            + "Conv2d(128), ReLU, Flatten, "
            + "Linear(64)]", Seeds: 20),
        new("AvgPools", "[Network(Input = 64, Height = 16, Width = 16), Conv2d(96), ReLU, AvgPool2d, Conv2d(128), ReLU, "
            + "AvgPool2d, Flatten, "
            + "Linear(256), ReLU, Linear(64)]", Seeds: 30),
        new("GlobalPool", "[Network(Input = 64, Height = 8, Width = 8), Repeat<ConvReLU>(4), GlobalAvgPool, Linear(128)]", Seeds: 40),
        new("BatchNormLinears", "[Network(Input = 512), Repeat<LinearBatchNorm>(6), Linear(128)]", Seeds: 6) { Rows = 128 },
        // The law is that of a large batch: of 16 images the mean takes away a sixteenth of what each has for itself.
        new("BatchNormConvolutions", "[Network(Input = 64, Height = 8, Width = 8), Repeat<ConvBatchNorm>(5), Flatten, Linear(64)]",
            Seeds: 10) { Rows = 64 },
        new("ConvolutionsOfGroupNorm", "[Network(Input = 64, Height = 8, Width = 8), Repeat<ConvGroupNorm>(4), Flatten, Linear(64)]",
            Seeds: 10),
        new("ConvolutionsOfPixelNorm", "[Network(Input = 64, Height = 8, Width = 8), Repeat<PixelNorm>(5), Flatten, Linear(64)]",
            Seeds: 10),
        new("ResNet", "[Network(Input = 64, Height = 12, Width = 12), Conv2d(96, Bias = false), BatchNorm2d, ReLU, "
            + "Use<Basic>(Residual = true), "
            + "ReLU, Use<Down>(Residual = true, Projection = true), ReLU, Conv2d(64), ReLU, Flatten, Linear(64)]", Seeds: 12),
        new("PreActivationResNet", "[Network(Input = 64, Height = 8, Width = 8), Conv2d(96), Repeat<PreActivation>(8, Residual = true), "
            + "BatchNorm2d, ReLU, Flatten, Linear(64)]", Seeds: 10),
        new("SharedConvolutions", "[Network(Input = 96, Height = 8, Width = 8), Repeat<OnlyConv>(4, Residual = true, "
            + "Shared = true), Flatten, "
            + "Linear(64)]", Seeds: 20),
    ];
}
