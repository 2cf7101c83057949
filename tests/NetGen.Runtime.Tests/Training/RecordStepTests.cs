namespace NetGen.Runtime.Tests;

public sealed class RecordStepTests
{
    [Fact]
    public void A_step_is_kept_with_all_that_went_in_and_came_out()
    {
        float[] inputs = [1, 2, 3, 4, 5, -1, -2, -3, -4, -5];
        float[] targets = new float[14];
        ClassNet network = new(seed: 1);
        float[] outputs = new float[14];
        network.Predict(inputs, outputs);
        float[] before = network.Parameters["0.weight"].ToArray();
        using var trainer = network.CreateTrainer(new Sgd(0.5f), Loss.MeanSquaredError, batchSize: 2);
        float loss = trainer.Evaluate(inputs, targets);

        SafetensorsFile file = trainer.RecordStep(inputs, targets);

        Assert.Equal(inputs, file.Tensors["input"].Values);
        Assert.Equal([2, 5], file.Tensors["input"].Shape);
        Assert.Equal(outputs, file.Tensors["output"].Values);
        Assert.Equal(loss, file.Tensors["loss"].Values[0]);
        Assert.Equal(before, file.Tensors["parameters.0.weight"].Values);
        Assert.Equal(trainer.Gradients["0.weight"].ToArray(), file.Tensors["gradients.0.weight"].Values);
        Assert.Equal(network.Parameters["0.weight"].ToArray(), file.Tensors["updated.0.weight"].Values);
        Assert.NotEqual(before, file.Tensors["updated.0.weight"].Values.ToArray());
        Assert.Equal(1, trainer.StepCount);
    }

    [Fact]
    public void A_step_by_labels_is_kept_with_whole_numbers_for_targets()
    {
        float[] inputs = [1, 2, 3, 4, 5, -1, -2, -3, -4, -5];
        int[] labels = [6, SoftmaxCrossEntropy.NoLabel];
        using TemporaryFolder folder = new();
        using var kept = new ClassNet(seed: 1).CreateTrainer(new Sgd(0.5f), Loss.SoftmaxCrossEntropy, batchSize: 2);
        using var byHand = new ClassNet(seed: 1).CreateTrainer(new Sgd(0.5f), Loss.SoftmaxCrossEntropy, batchSize: 2);

        kept.RecordStep(inputs, labels).Save(folder.File("step"));
        float loss = byHand.Step(inputs, labels);

        SafetensorsFile file = SafetensorsFile.Load(folder.File("step"));
        Assert.Equal([2], file.Tensors["target"].Shape);
        Assert.Equal([6, -100], file.Tensors["target"].Values.ToArray());
        Assert.Equal([2, 7], file.Tensors["output"].Shape);
        Assert.Equal(loss, file.Tensors["loss"].Values[0]);
        Assert.Equal(byHand.Network.Parameters["0.weight"].ToArray(), file.Tensors["updated.0.weight"].Values);
    }
}
