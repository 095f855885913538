namespace AlertAutomaton.VoiceServer.Operators;

/// <summary>What a menu takes.</summary>
internal enum MenuRight : byte
{
    /// <summary>Nothing but to be let in.</summary>
    Listen,

    /// <summary>To record: the right to launch.</summary>
    Record,

    /// <summary>To launch, steer or tell: the right to launch, on a call-back where that is asked for.</summary>
    Launch,

    /// <summary>To approve: that right, on a call-back where that is asked for.</summary>
    Approve,
}
