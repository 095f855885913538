namespace AlertAutomaton.VoiceServer;

/// <summary>Whose line a number is.</summary>
public enum VoiceLineAudience : byte
{
    /// <summary>Residents who call back the number that was shown to them.</summary>
    Residents,

    /// <summary>Operators, who get in with a PIN.</summary>
    Operators,
}
