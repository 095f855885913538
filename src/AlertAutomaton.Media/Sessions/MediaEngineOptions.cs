using System.Net;

namespace AlertAutomaton.Media.Sessions;

/// <summary>What is configured for all calls of a process.</summary>
public sealed record MediaEngineOptions
{
    /// <summary>The address that media sockets bind to. An unspecified address means all of its family.</summary>
    public IPAddress BindAddress { get; init; } = IPAddress.Any;

    /// <summary>The address told to the far end; null means <see cref="BindAddress"/>, or the address that routes to the far end when that is unspecified.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>First port of the pool, 1024 to 65534; rounded up to even.</summary>
    public int FirstPort { get; init; } = 20_000;

    /// <summary>Last port of the pool, inclusive.</summary>
    public int LastPort { get; init; } = 29_999;

    /// <summary>How long a released pair of ports rests, so that a late packet of the old call never reaches a new one.</summary>
    public TimeSpan PortQuarantine { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Threads that carry the clock, 1 to 64; 0 means one per processor.</summary>
    public int ClockThreads { get; init; }

    /// <summary>Whether the batched system calls of Linux are used where they exist.</summary>
    public bool BatchedSystemCalls { get; init; } = true;

    /// <summary>Whether a socket is connected once its far end is learnt: cheaper, and strangers' packets end in the kernel (uncounted).</summary>
    public bool ConnectLockedSockets { get; init; } = true;
}
