using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>What the engine has to do at one moment, all alerts together.</summary>
public sealed record EngineLoad
{
    /// <summary>Alerts that begin attempts.</summary>
    public int Running { get; init; }

    /// <summary>Alerts that are paused.</summary>
    public int Paused { get; init; }

    /// <summary>Alerts that begin nothing any more and close what is open.</summary>
    public int Ending { get; init; }

    /// <summary>Recipients whose next attempt could begin now if a line were free.</summary>
    public int Ready { get; init; }

    /// <summary>Recipients whose next attempt is planned for later.</summary>
    public int Waiting { get; init; }

    /// <summary>Recipients to whom nothing more is sent and whose answer is waited for.</summary>
    public int Listening { get; init; }

    /// <summary>The channels that are set up.</summary>
    public IReadOnlyList<ChannelKind> Channels { get; init; } = [];

    /// <summary>Attempts that are on disk and have not ended, by channel.</summary>
    public IReadOnlyDictionary<ChannelKind, int> Open { get; init; } = new Dictionary<ChannelKind, int>();

    /// <summary>Texts and mails that the network took and said nothing final about, by channel.</summary>
    public IReadOnlyDictionary<ChannelKind, int> AwaitingReport { get; init; } = new Dictionary<ChannelKind, int>();
}
