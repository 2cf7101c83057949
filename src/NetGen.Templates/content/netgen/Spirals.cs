using NetGen;

/// <summary>Three spirals that wind around each other: which one does a point lie on?</summary>
static class Spirals
{
    public const int Classes = 3;

    public static readonly string[] Names = ["red", "green", "blue"];

    public static ExampleSet Points(int count, long seed)
    {
        SeededRandom random = new(seed);
        float[] points = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % Classes;
            float distance = random.NextSingle();
            float angle = 6 * distance + MathF.Tau * labels[i] / Classes + 0.4f * (float)random.NextNormal();
            points[2 * i] = distance * MathF.Cos(angle);
            points[2 * i + 1] = distance * MathF.Sin(angle);
        }

        return new ExampleSet(count, points, labels);
    }
}
