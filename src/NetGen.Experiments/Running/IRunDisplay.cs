namespace NetGen.Experiments.Running;

/// <summary>Shows what a run is at. No part of it is silent for more than two seconds.</summary>
internal interface IRunDisplay
{
    /// <summary>Shows a part of a run while it goes on, and leaves it when it is told to stop.</summary>
    /// <param name="name">What it is: <c>Drawing figures</c>.</param>
    /// <param name="work">Does it, and says how far it is: <c>3 of 11</c>. May be called from several threads.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    T Show<T>(string name, Func<Action<string>, T> work, CancellationToken stop);

    /// <summary>Shows trainings while they go on.</summary>
    T Show<T>(IReadOnlyList<Training> plan, Func<IProgressDisplay, T> work);
}
