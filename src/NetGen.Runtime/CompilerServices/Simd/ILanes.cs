namespace NetGen.CompilerServices;

/// <summary>A row of numbers that is summed up in lanes.</summary>
internal interface ILanes
{
    /// <summary>What a vector of lanes gets from the columns <c>lane</c>, <c>lane + 16</c>, <c>lane + 32</c>, …</summary>
    TVector Lane<TSimd, TVector>(int lane)
        where TSimd : ISimd<TVector>
        where TVector : struct;
}
