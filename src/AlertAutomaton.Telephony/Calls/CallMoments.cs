namespace AlertAutomaton.Telephony.Calls;

/// <summary>What can happen in an answered call, as flags so that a script says what it wants to be woken by.</summary>
[Flags]
public enum CallMoments
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A key was pressed.</summary>
    Key = 1,

    /// <summary>What was being played has been said to its end.</summary>
    PlayedToEnd = 2,

    /// <summary>An answering machine's beep was heard.</summary>
    Beep = 4,

    /// <summary>A fax announced itself, by tone or by a T.38 offer.</summary>
    Fax = 8,

    /// <summary>The far end ceased to speak for the first time, as after "hello?".</summary>
    FirstPause = 16,

    /// <summary>The call is over. Every wait ends with it, wanted or not.</summary>
    Ended = 32,

    /// <summary>The time granted to a wait is over.</summary>
    TimedOut = 64,
}
