namespace NetGen.Experiments.Attention;

/// <summary>What a head looks at.</summary>
/// <param name="Layer">The number of its layer of attention, from 1.</param>
/// <param name="Head">Its number in it, from 1.</param>
/// <param name="Entropy">The mean entropy of its looks, <c>-Σ p ln p</c>.</param>
/// <param name="Share">The same, over that of looking everywhere alike.</param>
/// <param name="Watched">How much of its looks falls on what is asked about.</param>
/// <param name="ByChance">How much would, if it looked everywhere alike.</param>
internal sealed record HeadRow(int Layer, int Head, double Entropy, double Share, double Watched, double ByChance)
{
    public static IEnumerable<HeadRow> Of(HeadWeights weights, int layer, Gaze gaze) =>
        Enumerable.Range(0, weights.Heads).Select(head => Of(weights, layer, head, gaze));

    private static HeadRow Of(HeadWeights weights, int layer, int head, Gaze gaze)
    {
        double entropy = 0, bound = 0, watched = 0, byChance = 0;
        for (int example = 0; example < weights.Examples; example++)
        {
            for (int query = 0; query < weights.Positions; query++)
            {
                ReadOnlySpan<float> row = weights.Row(example, head, query);
                int seen = gaze.Seen(query, weights.Positions);
                bound += Math.Log(seen);
                for (int key = 0; key < seen; key++)
                {
                    entropy -= row[key] > 0 ? row[key] * Math.Log(row[key]) : 0;
                    if (!gaze.IsWatched(example, query, key))
                        continue;
                    watched += row[key];
                    byChance += 1.0 / seen;
                }
            }
        }

        int looks = weights.Examples * weights.Positions;
        return new HeadRow(layer, head + 1, entropy / looks, entropy / bound, watched / looks, byChance / looks);
    }
}
