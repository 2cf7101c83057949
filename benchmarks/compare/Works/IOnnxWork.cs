namespace NetGen.Compare.Works;

/// <summary>A work whose network can be saved as an ONNX model.</summary>
internal interface IOnnxWork
{
    /// <summary>Saves the network, with the parameters that every side starts from.</summary>
    void SaveOnnx(SafetensorsFile start, string path);
}
