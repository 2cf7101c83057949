using System.Collections.Immutable;
using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Judging;

/// <summary>
/// A change of a network that may mend its start: what the user is told, what becomes of the network, and what of its text.
/// </summary>
internal abstract record Remedy
{
    private Remedy()
    {
    }

    /// <summary>What to do, as an imperative.</summary>
    public abstract string Title { get; }

    /// <summary>How the text changes.</summary>
    public abstract IEnumerable<AttributeEdit> Edits { get; }

    public abstract NetworkSpec ApplyTo(NetworkSpec network);

    private static IEnumerable<AttributeEdit> Set(ImmutableArray<DeclaredLayers> layers, string argument, string value) =>
        layers.Select(layer => new AttributeEdit.Argument(layer.Attribute, argument, value));

    private static string On(ImmutableArray<DeclaredLayers> layers) =>
        layers[0].Display is null ? "" : " on " + string.Join(" and ", layers.Select(static layer => layer.Display));

    private static string Kinds(IEnumerable<DeclaredLayers> layers) =>
        string.Join(" and ", layers.Select(static layer => layer.Display!.Split('(')[0]).Distinct());

    private static bool Contain(ImmutableArray<DeclaredLayers> layers, LayerSpec layer) =>
        layers.Any(some => some.Names.Contains(layer.Name));

    /// <summary>A shortcut around blocks.</summary>
    public sealed record Connect(ImmutableArray<DeclaredLayers> Blocks, ShortcutKind Kind) : Remedy
    {
        public override string Title => $"set {Argument} = {Value}{On(Blocks)}";

        public override IEnumerable<AttributeEdit> Edits => Set(Blocks, Argument, Value);

        private string Argument => Kind == ShortcutKind.Identity ? "Residual" : "Shortcut";

        private string Value => Kind == ShortcutKind.Identity ? "true" : $"Shortcut.{Kind}";

        public override NetworkSpec ApplyTo(NetworkSpec network) =>
            network.With(layer => layer is BlockSpec block && Contain(Blocks, block)
                ? block with { Shortcut = new ShortcutSpec(Kind) }
                : layer);
    }

    /// <summary>Another initialiser.</summary>
    public sealed record Initialize(ImmutableArray<DeclaredLayers> Products, Init Init) : Remedy
    {
        public override string Title => $"set Init = Init.{Init}{(Products[0].Display is null ? "" : $" on every {Kinds(Products)}")}";

        public override IEnumerable<AttributeEdit> Edits => Set(Products, "Init", "Init." + Init);

        public override NetworkSpec ApplyTo(NetworkSpec network) =>
            network.With(layer => layer is ProductSpec product && Contain(Products, product) ? product with { Init = Init } : layer);
    }

    /// <summary>Another factor on starting weights.</summary>
    public sealed record Rescale(ImmutableArray<DeclaredLayers> Products, float Factor) : Remedy
    {
        public override string Title => $"set InitScale = {Value}{On(Products)}";

        public override IEnumerable<AttributeEdit> Edits => Set(Products, "InitScale", Value);

        private string Value => Numbers.Literal(Factor);

        public override NetworkSpec ApplyTo(NetworkSpec network) =>
            network.With(layer =>
                layer is ProductSpec product && Contain(Products, product) ? product with { InitScale = Factor } : layer);
    }

    /// <summary>
    /// LeakyReLUs of another slope in place of rectifiers, and factors on the weights of products in front of them, where there are any.
    /// </summary>
    public sealed record Leak(
        ImmutableArray<DeclaredLayers> Rectifiers, float Slope, ImmutableArray<(DeclaredLayers Layers, float InitScale)> Products) : Remedy
    {
        public override string Title => IsMlp
            ? $"set Activation = {Activation}{(Products.IsEmpty ? " and " : ", ")}Slope = {Numbers.Literal(Slope)}"
                + (Products.IsEmpty ? "" : $" and InitScale = {Factors}")
            : $"put LeakyReLU{Arguments} in place of every hidden {Kinds(Rectifiers)}"
                + (Products.IsEmpty
                    ? ""
                    : $" and set InitScale = {Factors} on every {Kinds(Products.Select(static product => product.Layers))} before one");

        public override IEnumerable<AttributeEdit> Edits =>
        [
            .. IsMlp
                ? Set(Rectifiers, "Activation", Activation).Concat(Set(Rectifiers, "Slope", Numbers.Literal(Slope)))
                : Rectifiers.Select(layer => new AttributeEdit.Replacement(layer.Attribute, "LeakyReLU", Arguments)),
            .. Products.Select(static product =>
                new AttributeEdit.Argument(product.Layers.Attribute, "InitScale", Numbers.Literal(product.InitScale))),
        ];

        private const string Activation = "Activation.LeakyReLU";

        private bool IsMlp => Rectifiers[0].Display is null;

        private string Arguments => $"({Numbers.Shortest(Slope)})";

        // Weights that start by other initialisers need other factors.
        private string Factors =>
            string.Join(" or ", Products.Select(static product => Numbers.Literal(product.InitScale)).Distinct());

        public override NetworkSpec ApplyTo(NetworkSpec network) => network.With(layer => layer switch
        {
            ActivationSpec activation when Contain(Rectifiers, layer) => activation with { Function = new LeakyReLU(Slope) },
            ProductSpec product => Products.Where(own => own.Layers.Names.Contains(product.Name))
                .Aggregate(product, static (changed, own) => changed with { InitScale = own.InitScale }),
            _ => layer,
        });
    }

    /// <summary>
    /// A norm in front of the layers of a block, wherever it is placed. It is written before the attribute of the first layer.
    /// </summary>
    public sealed record Normalize(DeclaredLayers Blocks) : Remedy
    {
        public override string Title => $"put RmsNorm at the head of {Blocks.Display}";

        public override IEnumerable<AttributeEdit> Edits => [new AttributeEdit.Insertion(Blocks.Attribute, "RmsNorm")];

        public override NetworkSpec ApplyTo(NetworkSpec network) =>
            network.With(layer => layer is BlockSpec block && Blocks.Names.Contains(block.Name)
                ? block with { Layers = block.Layers.Prepend(Norm(block)).ToEquatableArray() }
                : layer);

        // Its parameter is shared where the parameters of the first layer are.
        private static NormSpec Norm(BlockSpec block) =>
            new(block.Name + ".head", Centered: false, 1e-6f, Gain: true, Bias: false)
            {
                ParameterPath = block.Layers[0].ParameterPath + ".head",
                Frozen = block.Layers[0].Frozen,
            };
    }

    /// <summary>Two changes, where neither is enough.</summary>
    public sealed record Both(Remedy First, Remedy Second) : Remedy
    {
        public override string Title => $"{First.Title} and {Second.Title}";

        public override IEnumerable<AttributeEdit> Edits => First.Edits.Concat(Second.Edits);

        public override NetworkSpec ApplyTo(NetworkSpec network) => Second.ApplyTo(First.ApplyTo(network));
    }
}
