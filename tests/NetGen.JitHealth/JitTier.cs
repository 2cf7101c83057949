namespace NetGen.JitHealth;

/// <summary>How far a method was optimised, as bits 7 to 9 of the flags of the runtime's MethodLoad event tell.</summary>
internal enum JitTier
{
    Unknown,
    MinOptJitted,
    Optimized,
    QuickJitted,
    OptimizedTier1,
    OptimizedTier1Osr,
    InstrumentedTier,
    InstrumentedTierOptimized,
}
