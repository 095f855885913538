using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Operators;

/// <summary>What the operators' dialogues work with; one for all calls.</summary>
public sealed record OperatorServices
{
    /// <summary>How it behaves.</summary>
    public required VoiceServerOptions Options { get; init; }

    /// <summary>What is said.</summary>
    public required PromptCatalogue Catalogue { get; init; }

    /// <summary>Who gets in.</summary>
    public required PinDesk Pins { get; init; }

    /// <summary>The operators.</summary>
    public required IOperatorStore Operators { get; init; }

    /// <summary>The scenarios.</summary>
    public required IScenarioStore Scenarios { get; init; }

    /// <summary>The recordings.</summary>
    public required IRecordingStore Recordings { get; init; }

    /// <summary>What waits for approval.</summary>
    public required IDraftStore Drafts { get; init; }

    /// <summary>The engine.</summary>
    public required IOperatorDesk Desk { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The log.</summary>
    public required ILogger Log { get; init; }
}
