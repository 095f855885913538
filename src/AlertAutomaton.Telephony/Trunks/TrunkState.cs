namespace AlertAutomaton.Telephony.Trunks;

/// <summary>The mutable side of one trunk. Owned by <see cref="TrunkLines"/>; every member needs its lock.</summary>
internal sealed class TrunkState(TrunkOptions options)
{
    public TrunkOptions Options { get; } = options;

    public CallPace Pace { get; } = new(options.CallsPerSecond);

    /// <summary>The pace on the wire: a reservation may be placed late (the journal is written in between) and many at once.</summary>
    public CallPace WirePace { get; } = new(options.CallsPerSecond);

    public ChannelLimitEstimator Limit { get; } = new(options.Channels);

    public CongestionState Congestion { get; set; } = CongestionState.Fresh;

    public TrunkHealthState Health { get; set; } = TrunkHealthMachine.Start(options);

    public int InUse { get; set; }

    /// <summary>Of these, calls that came in.</summary>
    public int Incoming { get; set; }

    public int PeakInUse { get; set; }

    public long CallsStarted { get; set; }

    public long NetworkFailures { get; set; }

    /// <summary>Calls that were sent and of which nothing has been heard yet.</summary>
    public int Unheard { get; set; }

    /// <summary>When anything was last heard from the trunk.</summary>
    public TimeSpan LastHeard { get; set; }

    /// <summary>403 in a row without a single accepted call: then it is the trunk that refuses us, not the people called.</summary>
    public int ForbiddenInARow { get; set; }

    /// <summary>Channels open to outgoing calls now.</summary>
    public int OutgoingChannels => Math.Max(1, Math.Min(Options.Channels - Options.ReservedChannels, Limit.Limit));

    /// <summary>
    /// True when one more call may go out: callers fill the reserved channels first, and take others from the outgoing calls only when these are full.
    /// </summary>
    public bool HasRoomToCall => InUse - Incoming < OutgoingChannels && InUse < Math.Min(Options.Channels, Limit.Limit);

    /// <summary>True when the caller id is one that this trunk shows.</summary>
    public bool Presents(string callerId) =>
        string.Equals(Options.CallerId, callerId, StringComparison.Ordinal) || Options.AlsoPresents.Contains(callerId, StringComparer.Ordinal);

    /// <summary>True when the trunk carries calls to the number.</summary>
    public bool Serves(string number)
    {
        foreach (string prefix in Options.Prefixes)
        {
            if (number.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Options.Prefixes.Count == 0;
    }

    public TrunkSnapshot Snapshot(TimeSpan now) => new()
    {
        Name = Options.Name,
        Health = Health.Health,
        Trouble = Health.Trouble,
        Channels = OutgoingChannels,
        ConfiguredChannels = Options.Channels,
        InUse = InUse,
        PeakInUse = PeakInUse,
        CallsPerSecond = Options.CallsPerSecond * Congestion.Factor,
        ConfiguredCallsPerSecond = Options.CallsPerSecond,
        CallsStarted = CallsStarted,
        NetworkFailures = NetworkFailures,
        PausedFor = Congestion.PausedUntil > now ? Congestion.PausedUntil - now : null,
    };
}
