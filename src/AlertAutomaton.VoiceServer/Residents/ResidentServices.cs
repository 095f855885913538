using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Speech.Prompts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>What the residents' dialogue works with; one for all calls.</summary>
public sealed record ResidentServices
{
    /// <summary>How it behaves.</summary>
    public required VoiceServerOptions Options { get; init; }

    /// <summary>What is said.</summary>
    public required PromptCatalogue Catalogue { get; init; }

    /// <summary>The alerts.</summary>
    public required IResidentDesk Desk { get; init; }

    /// <summary>Who asked to be registered.</summary>
    public required ICallbackRequestStore Requests { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The log.</summary>
    public required ILogger Log { get; init; }
}
