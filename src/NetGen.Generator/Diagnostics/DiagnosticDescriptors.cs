using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Diagnostics;

/// <summary>Everything that the network compiler has to say. Each has a page in <c>docs/diagnostics</c>.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "NETGEN001", "A network must be partial",
        "Expected 'partial' before 'class {0}': the passes of a network are written as another part of its class");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error(
        "NETGEN002", "A type around a network must be partial",
        "Expected '{0}' to be partial: the passes of '{1}' are written as another part of it");

    public static readonly DiagnosticDescriptor Generic = Error(
        "NETGEN003", "A network cannot be generic",
        "Expected no type parameters, found those of '{0}': a network's shapes are numbers known to the compiler");

    public static readonly DiagnosticDescriptor Static = Error(
        "NETGEN004", "A network cannot be static",
        "Expected a class with instances, but '{0}' is static: each instance of a network has its own parameters");

    public static readonly DiagnosticDescriptor Abstract = Error(
        "NETGEN005", "A network cannot be abstract",
        "Expected a class that can be constructed, but '{0}' is abstract");

    public static readonly DiagnosticDescriptor FileLocal = Error(
        "NETGEN006", "A network cannot be local to a file",
        "Expected a class that other files can see, but '{0}' is declared 'file': "
            + "the passes of a network are written to a file of their own");

    public static readonly DiagnosticDescriptor Record = Error(
        "NETGEN007", "A network cannot be a record",
        "Expected a class, but '{0}' is a record: parameters change while a network is trained, so it has an identity, not a value");

    public static readonly DiagnosticDescriptor Struct = Error(
        "NETGEN008", "A network cannot be a struct",
        "Expected a class, but '{0}' is a struct: a copy of it would train the original's parameters");

    public static readonly DiagnosticDescriptor MemberClash = Error(
        "NETGEN009", "A member clashes with one that the compiler writes",
        "Expected '{0}' to be free for the network compiler, but {1}");

    public static readonly DiagnosticDescriptor PrimaryConstructor = Error(
        "NETGEN010", "A network cannot have a primary constructor",
        "Expected no parameter list after '{0}': the network's own constructor cannot provide the arguments of a primary one");

    public static readonly DiagnosticDescriptor BaseConstructor = Error(
        "NETGEN011", "A network's base class needs a constructor without arguments",
        "Expected an accessible constructor of '{0}' that can be called without arguments: the constructor of '{1}' calls it");

    public static readonly DiagnosticDescriptor BaseNetwork = Error(
        "NETGEN012", "A network cannot derive from a network",
        "Expected '{0}' not to derive from a network, but '{1}' is one: each has the parameters of its own layers");

    public static readonly DiagnosticDescriptor BelowOne = Error(
        "NETGEN013", "A size must be at least 1",
        "Expected {0} to be at least 1, found {1}");

    public static readonly DiagnosticDescriptor TooDeep = Error(
        "NETGEN014", "A network is too deep to be written out",
        "Expected {0} to be at most {1}, found {2}: every layer is a line of its own in the generated passes");

    public static readonly DiagnosticDescriptor NotFinite = Error(
        "NETGEN015", "A factor must be finite",
        "Expected {0} to be a finite number, found {1}");

    public static readonly DiagnosticDescriptor UndefinedMember = Error(
        "NETGEN016", "A value is no member of its enumeration",
        "Expected {0} to be one of {1}, found {2}");

    public static readonly DiagnosticDescriptor SlabTooLarge = Error(
        "NETGEN017", "A network does not fit into one array",
        "Expected at most {0} floats in a slab, but the {1} of '{2}' {3} {4}");

    public static readonly DiagnosticDescriptor SecondAttribute = Error(
        "NETGEN018", "A class declares one network",
        "Expected one network attribute on '{0}', found another: the first is compiled, this one is not");

    public static readonly DiagnosticDescriptor NotOptimized = new(
        "NETGEN019", "A network is compiled without optimisation",
        "'{0}' will run more than 10 times slower than it could, since the project is compiled without optimisation: "
            + "<Optimize>true</Optimize> in the project file changes that for every configuration",
        "NetGen", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnchainedConstructor = Error(
        "NETGEN020", "A constructor must call the network's own",
        "Expected ': this(...)' after the parameters of this constructor, found {1}: "
            + "the parameters of '{0}' are made by its own constructor, which every other must call");

    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "NETGEN021", "A network needs C# 12 or later",
        "Expected C# 12 or later, found {0}: set <LangVersion> in the project file, or remove it for that of the SDK");

    public static readonly DiagnosticDescriptor NothingTrained = Error(
        "NETGEN022", "A network needs something to train",
        "Expected a layer with parameters that are not frozen in '{0}', found none: there would be nothing to train");

    public static readonly DiagnosticDescriptor NotABlock = Error(
        "NETGEN023", "What is placed must be a block",
        "Expected a class with [Block], but '{0}' has none ({1})");

    public static readonly DiagnosticDescriptor EmptyBlock = Error(
        "NETGEN024", "A block needs layers",
        "Expected layers on the block '{0}', found none ({1})");

    public static readonly DiagnosticDescriptor RecursiveBlock = Error(
        "NETGEN025", "A block cannot contain itself",
        "Expected an end, but '{0}' contains itself ({1})");

    public static readonly DiagnosticDescriptor ResidualWidths = Error(
        "NETGEN026", "A residual connection joins vectors of one length",
        "Residual joins {0} and {1}: expected a block that hands on as much as it takes{3} ({2})");

    public static readonly DiagnosticDescriptor ParallelWidths = Error(
        "NETGEN027", "Parallel branches end in one length",
        "Parallel adds {0} and {1}: expected branches of one length ({2})");

    public static readonly DiagnosticDescriptor LayersInSeveralParts = Error(
        "NETGEN028", "Layers stand on one part of a class",
        "Expected all layers of '{0}' on one part of it, found them on several: their order would depend on the order of files");

    public static readonly DiagnosticDescriptor LayersUnread = Error(
        "NETGEN029", "Layers stand on a network or block",
        "Expected [Network] or [Block] on '{0}', found {1}: this layer would not be read");

    public static readonly DiagnosticDescriptor CrossEntropyOfOne = Error(
        "NETGEN030", "Softmax cross-entropy needs two outputs",
        "Expected a network of at least 2 outputs, one for each class, but '{0}' has 1, whose softmax is always 1: "
            + "for two classes in one output there is Loss.BinaryCrossEntropyWithLogits");

    public static readonly DiagnosticDescriptor BadProbability = Error(
        "NETGEN031", "A probability of dropout is at least 0 and below 1",
        "Expected a probability of at least 0 and below 1, found {0}");

    public static readonly DiagnosticDescriptor BadEpsilon = Error(
        "NETGEN032", "The epsilon of a norm is above 0",
        "Expected Epsilon to be a finite number above 0, found {0}");

    public static readonly DiagnosticDescriptor ShortcutArgument = Error(
        "NETGEN033", "An argument does not go with the kind of shortcut",
        "Expected {0}, found {1}");

    public static readonly DiagnosticDescriptor SharedWidths = Error(
        "NETGEN034", "Shared uses of a block take vectors of one length",
        "Expected {1} as in the first shared use of '{0}', found {2}: they have one set of parameters ({3})");

    public static readonly DiagnosticDescriptor SharedFrozen = Error(
        "NETGEN035", "Shared uses of a block are trained alike",
        "Expected Frozen = {1} as in the first shared use of '{0}', found Frozen = {2}: they have one set of parameters ({3})");

    public static readonly DiagnosticDescriptor BadDeviation = Error(
        "NETGEN036", "The standard deviation of inputs is above 0",
        "Expected InputStd to be above 0, found {0}");

    public static readonly DiagnosticDescriptor VanishingGradient = Warning(
        "NETGEN037", "Gradients vanish",
        "Expected dL/dz at '{0}' to start at {1} of that at {2} or more, found {3}: training would hardly reach it{4}");

    public static readonly DiagnosticDescriptor ExplodingGradient = Warning(
        "NETGEN038", "Gradients explode",
        "Expected dL/dz at '{0}' to start at {1} times that at {2} or less, found {3}: a step that suits one is wrong for the other{4}");

    public static readonly DiagnosticDescriptor DyingActivations = Warning(
        "NETGEN039", "Activations die",
        "Expected what '{0}' hands on to start at {1} of its size at {2} or more, found {3}: "
            + "the output would hardly depend on the input{4}");

    public static readonly DiagnosticDescriptor ExplodingActivations = Warning(
        "NETGEN040", "Activations explode",
        "Expected what '{0}' hands on to start at {1} times its size at {2} or less, found {3}: "
            + "the first loss would grow with its square{4}");

    public static readonly DiagnosticDescriptor IndistinguishableInputs = Warning(
        "NETGEN041", "Inputs become indistinguishable",
        "Expected two different inputs to leave '{0}' with a cosine of {1} or less, found {2}: "
            + "the network could hardly tell them apart{3}");

    public static readonly DiagnosticDescriptor UnsuitedInit = Warning(
        "NETGEN042", "An initialiser does not suit its activation",
        "Expected an initialiser that keeps the signal's size through {1}, found {2}, with which it drifts by a factor of {3} "
            + "up to '{0}': Init.{4} leaves {5}{6}");

    public static readonly DiagnosticDescriptor BadThreshold = Warning(
        "NETGEN043", "A threshold of a warning is out of its range",
        "Expected {0} to be a number {1}, found '{2}': {3} counts instead");

    public static readonly DiagnosticDescriptor UnknownLayer = Error(
        "NETGEN044", "A layer is one of NetGen's own",
        "Expected a layer of NetGen, but '{0}' is another class that derives from LayerAttribute, for which there is no code ({1})");

    public static readonly DiagnosticDescriptor ExampleDimensions = Error(
        "NETGEN045", "An example is a vector, a sequence or an image",
        "Expected {0}, found {1}");

    public static readonly DiagnosticDescriptor NotAnImage = Error(
        "NETGEN046", "A layer needs an image",
        "Expected an image in front of {0}, found {1} ({2})");

    public static readonly DiagnosticDescriptor BadWindow = Error(
        "NETGEN047", "A window does not go over its image",
        "Expected {0}, found {1} ({2})");

    public static readonly DiagnosticDescriptor UnevenGroups = Error(
        "NETGEN048", "Groups are of equally many channels",
        "Expected a number of groups that divides the {0} channels, found {1} ({2})");

    public static readonly DiagnosticDescriptor BatchNormArgument = Error(
        "NETGEN049", "A batch norm fits its example, and its momentum is from 0 to 1",
        "Expected {0}, found {1} ({2})");

    public static readonly DiagnosticDescriptor NotASequence = Error(
        "NETGEN050", "A layer needs positions",
        "Expected a sequence or an image in front of {0}, found {1} ({2})");

    public static readonly DiagnosticDescriptor UnevenHeads = Error(
        "NETGEN051", "Heads are of one width",
        "Expected a number of heads that divides the width {0}{2}, found {1} ({3})");

    public static readonly DiagnosticDescriptor FewPositions = Error(
        "NETGEN052", "Every position has a vector",
        "Expected vectors for {0} positions or more, found {1} ({2})");

    public static readonly DiagnosticDescriptor CausalImage = Error(
        "NETGEN053", "Causal attention needs an order",
        "Expected a sequence in front of causal attention, found {0}, whose pixels have no order ({1})");

    public static readonly DiagnosticDescriptor TokensAsNumbers = Error(
        "NETGEN054", "Tokens become vectors first",
        "Expected {0}, found {1} ({2})");

    public static readonly DiagnosticDescriptor NoHalves = Error(
        "NETGEN055", "A gated unit has two halves",
        "Expected an even number of columns in front of SwiGLU, found {0} ({1})");

    public static readonly DiagnosticDescriptor BadRotaryBase = Error(
        "NETGEN056", "The base of rotary positions is above 1",
        "Expected RotaryBase to be above 1, found {0}");

    public static readonly DiagnosticDescriptor UselessArgument = Error(
        "NETGEN057", "An argument has something to say",
        "Expected {0}, found {1} ({2})");

    public static readonly DiagnosticDescriptor NoNetwork = Error(
        "NETGEN058", "Weights and a budget stand on a network",
        "Expected [Mlp] or [Network] on '{0}', found none: [{1}] would not be read");

    public static readonly DiagnosticDescriptor WeightsNotFound = Error(
        "NETGEN059", "A file of weights is one additional file of the project",
        "Expected one additional file '{0}', found {1}: {2}");

    public static readonly DiagnosticDescriptor WeightsNotEmbedded = Error(
        "NETGEN060", "A file of weights becomes part of the assembly",
        "Expected '{0}' to be embedded by NetGen.targets, found an additional file and no more: "
            + "the targets come with the package NetGen, unless its build assets are excluded, or with NetGen.props");

    public static readonly DiagnosticDescriptor WeightsUnreadable = Error(
        "NETGEN061", "A file of weights is a safetensors file",
        "Expected a safetensors file, found {0}");

    public static readonly DiagnosticDescriptor WeightsDiffer = Error(
        "NETGEN062", "A file of weights has the tensors of its network",
        "Expected '{0}' to have the tensors of '{1}': {2}");

    public static readonly DiagnosticDescriptor OverBudget = Error(
        "NETGEN063", "A network stays within its budget",
        "Expected at most {0} {1}, found {3} in '{2}': layer '{4}', {5}, has most of them, {6}");

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, "NetGen", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "NetGen", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
