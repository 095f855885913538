namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>Why something cannot be launched.</summary>
public enum LaunchFault : byte
{
    /// <summary>It can.</summary>
    None,

    /// <summary>There is no such scenario, recording, group or alert any more.</summary>
    NotFound,

    /// <summary>The scenario is not launched as that kind.</summary>
    KindNotAllowed,

    /// <summary>Nobody is to be warned.</summary>
    Nobody,

    /// <summary>The message has no sound.</summary>
    NoSound,

    /// <summary>Its policy is not configured.</summary>
    NoPolicy,
}
