using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>A matter in the hands of a call.</summary>
internal interface IDutyHold
{
    /// <summary>False once it was withdrawn or resolved, or somebody else has it: nothing may be launched for it any more.</summary>
    bool Stands { get; }

    /// <summary>Takes it. Completes when that is on disk, or could not be written.</summary>
    /// <param name="by">Who.</param>
    /// <param name="how">Noted or launched.</param>
    /// <returns>False when it no longer stood.</returns>
    Task<bool> TakeAsync(OperatorId by, DutyCallResult how);
}
