using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.VoiceServer;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>What an engine gets beside its configuration.</summary>
internal sealed record EngineExtras
{
    /// <summary>Policies beside the built-in ones.</summary>
    public IReadOnlyList<DeliveryPolicy> Policies { get; init; } = [];

    /// <summary>Changes how the voice server behaves: how tests shorten its waits.</summary>
    public Func<VoiceServerOptions, VoiceServerOptions>? VoiceServer { get; init; }

    /// <summary>A limit on the size of the database in pages of 4 KiB, 0 for none: how tests fill a disk.</summary>
    public long LargestDatabasePages { get; init; }

    /// <summary>True when this process serves the pages of acknowledgement links; without them texts and mails carry no links.</summary>
    public bool ServesLinks { get; init; }

    /// <summary>How calls are known to go, in place of the configured assumptions; empty: nothing is known.</summary>
    public IReadOnlyList<IReadOnlyList<AssumedCall>> Calls { get; init; } = [];

    /// <summary>The share of texted households that is known to answer before they would be called; counts with <see cref="Calls"/>.</summary>
    public double TextsAnswered { get; init; }

    /// <summary>How long they take to answer; counts with <see cref="Calls"/>.</summary>
    public TimeSpan TextAnswerTime { get; init; }
}
