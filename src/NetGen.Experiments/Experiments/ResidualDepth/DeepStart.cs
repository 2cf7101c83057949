namespace NetGen.Experiments.ResidualDepth;

/// <summary>
/// How the networks of an experiment with depth begin and learn. Networks are declared with what is said here unless an option says
/// otherwise.
/// </summary>
/// <param name="LearningRate">Adam's learning rate.</param>
/// <param name="Gain">The factor on LeCun's standard deviation, <c>1 / sqrt(fan_in)</c>, of both weights of each block.</param>
/// <param name="LastScale">The factor on the last weight of each block, on top.</param>
internal readonly record struct DeepStart(float LearningRate, float Gain, float LastScale);
