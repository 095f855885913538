using AlertAutomaton.VoiceServer.Dialogues;

namespace AlertAutomaton.VoiceServer.Operators;

/// <summary>One branch of the operators' menu.</summary>
internal interface IOperatorMenu
{
    /// <summary>Its key in the main menu.</summary>
    char Key { get; }

    /// <summary>Which operators may use it.</summary>
    MenuRight Right { get; }

    /// <summary>Runs it to its end. It changes nothing that it has not said.</summary>
    Task<MenuEnd> RunAsync(OperatorSession session, CancellationToken ct);
}
