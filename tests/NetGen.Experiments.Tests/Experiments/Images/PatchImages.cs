using System.Buffers.Binary;

namespace NetGen.Experiments.Tests.Experiments.Images;

/// <summary>
/// Four files like those of Fashion-MNIST, small: on grey noise each class has a bright patch at a place of its own. A few of the test
/// images bear the label of the next class, so that a good network is wrong about them.
/// </summary>
internal static class PatchImages
{
    public const int Training = 960;
    public const int Test = 200;
    public const int Mislabelled = 6;

    private const int Side = 28;
    private const int PatchesInRow = 4;
    private const int Classes = 10;

    /// <summary>Does something with a folder in which they lie.</summary>
    public static T In<T>(Func<TemporaryFolder, T> work, int side = Side)
    {
        using TemporaryFolder data = new();
        Write(data.Path, side);
        return work(data);
    }

    public static void Write(string folder, int side = Side)
    {
        Write(folder, "train", Training, seed: 1, wrong: 0, side);
        Write(folder, "t10k", Test, seed: 2, Mislabelled, side);
    }

    private static void Write(string folder, string name, int count, long seed, int wrong, int side)
    {
        SeededRandom random = new(seed);
        byte[] pixels = new byte[count * side * side];
        byte[] labels = new byte[count];
        for (int image = 0; image < count; image++)
        {
            int shown = image % Classes;
            labels[image] = (byte)(image < wrong ? (shown + 1) % Classes : shown);
            for (int row = 0; row < side; row++)
            {
                for (int column = 0; column < side; column++)
                {
                    int patch = row * PatchesInRow / side * PatchesInRow + column * PatchesInRow / side;
                    int bright = patch == shown ? 150 : 0;
                    pixels[(image * side + row) * side + column] = (byte)(bright + random.NextSingle(0, 100));
                }
            }
        }

        File.WriteAllBytes(Path.Join(folder, $"{name}-images-idx3-ubyte"), [.. Header(3, count, side, side), .. pixels]);
        File.WriteAllBytes(Path.Join(folder, $"{name}-labels-idx1-ubyte"), [.. Header(1, count), .. labels]);
    }

    private static byte[] Header(byte dimensions, params int[] lengths)
    {
        byte[] header = new byte[4 * (1 + lengths.Length)];
        (header[2], header[3]) = (8, dimensions);
        foreach ((int index, int length) in lengths.Index())
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * (1 + index)), length);
        return header;
    }
}
