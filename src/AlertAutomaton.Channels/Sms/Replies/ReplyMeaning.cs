namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>What a resident's text means.</summary>
public enum ReplyMeaning : byte
{
    /// <summary>Nobody can tell, or it says two things at once, or it asks something.</summary>
    NotUnderstood,

    /// <summary>Read, and safe.</summary>
    Safe,

    /// <summary>In need of help.</summary>
    NeedsHelp,

    /// <summary>Will come.</summary>
    Present,

    /// <summary>Will not come.</summary>
    Absent,

    /// <summary>No more texts.</summary>
    Stop,

    /// <summary>A machine wrote it.</summary>
    Automatic,
}
