using Google.Protobuf;
using NetGen.Onnx.Format;
using NetGen.Onnx.Writing;

namespace NetGen;

/// <summary>Saves networks in the ONNX format.</summary>
public static class OnnxExtensions
{
    /// <summary>
    /// Saves what the network predicts as an ONNX model of operator set 17, with its parameters. The model's <c>input</c> is
    /// <c>[batch, InputShape]</c> and its <c>output</c> <c>[batch, OutputShape]</c>, in the order of <c>Predict</c>: images are
    /// <c>[batch, H, W, C]</c>, and tokens are <c>[batch, T]</c> of type int64. The size of the batch is free. A network of sequences that
    /// looks at their lengths has a second input <c>lengths</c>, <c>[batch]</c> of type int64, which may be left out where all have their
    /// full length. Dropout is left out, and batch norms use their running statistics of now. The file stands under its name when it is
    /// whole; until then, and if anything fails, what was there before stays.
    /// </summary>
    /// <param name="network">The network. It is not to train meanwhile.</param>
    /// <param name="path">Where the file will lie. A file of this name is replaced.</param>
    /// <exception cref="NotSupportedException">
    /// A layer computes what there is no ONNX for here, or the parameters take more than the 2 GB of an ONNX file, or the network was
    /// compiled by a version of NetGen that does not tell what its layers compute. The message names the layer.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The path is empty, or ends with <c>.netgen-saving</c>, which stands for files that are not whole yet.
    /// </exception>
    /// <exception cref="IOException">
    /// The file cannot be written: it is a folder, its folder is missing or takes no new files, the disk is full, this process may not
    /// write it, or another save to the same path is under way. The message begins with the path.
    /// </exception>
    public static void SaveOnnx<TNetwork>(this TNetwork network, string path)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelProto model = new ModelWriter(TNetwork.Info, network.Parameters).Write();
        WholeFile.Write(path, model.WriteTo);
    }
}
