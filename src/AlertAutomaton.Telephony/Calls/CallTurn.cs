namespace AlertAutomaton.Telephony.Calls;

/// <summary>What ended a wait or a play.</summary>
/// <param name="What">Exactly one of the moments.</param>
/// <param name="Pressed">The key when <paramref name="What"/> is <see cref="CallMoments.Key"/>.</param>
public readonly record struct CallTurn(CallMoments What, KeyPress Pressed = default)
{
    /// <summary>The key, or null when something else ended the wait.</summary>
    public KeyPress? Key => What == CallMoments.Key ? Pressed : null;
}
