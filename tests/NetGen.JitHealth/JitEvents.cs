using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Diagnostics.Tracing;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetGen.JitHealth;

/// <summary>Has methods compiled, and listens to what the just-in-time compiler tells of them.</summary>
internal sealed class JitEvents : EventListener
{
    private const EventKeywords Jit = (EventKeywords)0x10;
    private const EventKeywords JitTracing = (EventKeywords)0x1000;

    // The runtime drops events when its buffer of 10 MB is full, and a method with a thousand inlines tells more than 1 MB.
    private const int MethodsAtOnce = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<nint, CompiledMethod> compiling = [];
    private readonly BlockingCollection<CompiledMethod> compiled = [];
    private CompiledMethod? current;
    private long currentThread;

    /// <summary>Compiles methods that were not compiled before.</summary>
    public IEnumerable<CompiledMethod> Compile(IEnumerable<MethodBase> methods)
    {
        foreach (MethodBase[] chunk in methods.Chunk(MethodsAtOnce))
        {
            foreach (MethodBase method in chunk)
            {
                compiling[method.MethodHandle.Value] = new CompiledMethod(method);
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }

            for (int i = 0; i < chunk.Length; i++)
            {
                if (!compiled.TryTake(out CompiledMethod? method, Patience))
                    throw new TimeoutException($"Expected to hear within {Patience} that these were compiled: "
                        + $"{string.Join(", ", compiling.Values.Select(static silent => silent.Name))}.");
                yield return method;
            }
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, Jit | JitTracing);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        ReadOnlyCollection<object?> payload = eventData.Payload!;
        switch (eventData.EventName)
        {
            case "MethodJittingStarted_V1" when compiling.TryGetValue(MethodId(), out CompiledMethod? method):
                current = method;
                currentThread = eventData.OSThreadId;
                break;
            case "MethodJitInliningSucceeded" when eventData.OSThreadId == currentThread:
                current?.Inlined();
                break;
            case "MethodJitInliningFailed" when eventData.OSThreadId == currentThread:
                current?.NotInlined(type: (string)payload[6]!, name: (string)payload[7]!, reason: (string)payload[10]!);
                break;
            case "MethodLoadVerbose_V2" when compiling.TryRemove(MethodId(), out CompiledMethod? method):
                method.Tier = (JitTier)((uint)payload[5]! >> 7 & 7);
                current = null;
                compiled.Add(method);
                break;
        }

        nint MethodId() => (nint)(ulong)payload[0]!;
    }
}
