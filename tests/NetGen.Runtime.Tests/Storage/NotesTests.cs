namespace NetGen.Runtime.Tests;

/// <summary>What a user keeps in the file of a training beside it.</summary>
public sealed class NotesTests
{
    [Fact]
    public void A_checkpoint_gives_back_the_notes_that_it_was_saved_with()
    {
        using TemporaryFolder folder = new();
        using var trainer = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, batchSize: 8);
        SafetensorsFile notes = new() { Metadata = { ["best loss"] = "0.25", ["step"] = "mine" } };
        notes.Add("mean", [5], [1, 2, 3, 4, 5]);

        trainer.Save(folder.File("a"), notes);
        SafetensorsFile loaded = trainer.Load(folder.File("a"));

        Assert.Equal(notes.Metadata, loaded.Metadata);
        Assert.Equal(["mean"], loaded.Tensors.Keys);
        Assert.Equal([1, 2, 3, 4, 5], loaded.Tensors["mean"].Values.ToArray());
        Assert.Equal([5], loaded.Tensors["mean"].Shape);
    }

    [Fact]
    public void A_network_loads_a_checkpoint_with_notes()
    {
        using TemporaryFolder folder = new();
        ClassNet network = new(seed: 1);
        using var trainer = network.CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, batchSize: 8);
        SafetensorsFile notes = new();
        notes.Add("0.weight", [2], [1, 2]);
        trainer.Save(folder.File("a"), notes);
        ClassNet other = new(seed: 2);

        SafetensorsFile loaded = other.Load(folder.File("a"));

        Assert.Equal(network.Parameters.Slab.Span, other.Parameters.Slab.Span);
        Assert.Equal([1, 2], loaded.Tensors["0.weight"].Values.ToArray());
    }

    [Fact]
    public void A_network_keeps_notes_too()
    {
        using TemporaryFolder folder = new();
        ClassNet network = new(seed: 1);

        network.Save(folder.File("a"), new SafetensorsFile { Metadata = { ["trained on"] = "clothes" } });

        Assert.Equal("clothes", network.Load(folder.File("a")).Metadata["trained on"]);
        Assert.Equal("clothes", SafetensorsFile.Load(folder.File("a")).Metadata["notes.trained on"]);
    }

    [Fact]
    public void Where_there_are_no_notes_they_are_empty()
    {
        using TemporaryFolder folder = new();
        using var trainer = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, batchSize: 8);
        trainer.Save(folder.File("a"));

        SafetensorsFile loaded = trainer.Load(folder.File("a"));

        Assert.Empty(loaded.Metadata);
        Assert.Empty(loaded.Tensors);
    }
}
