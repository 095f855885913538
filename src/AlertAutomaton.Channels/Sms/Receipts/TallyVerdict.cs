namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>What a receipt of one segment means for the whole text.</summary>
public enum TallyVerdict : byte
{
    /// <summary>Nothing yet: other segments are still on their way.</summary>
    Wait,

    /// <summary>The text is on the handset, or failed, and the engine is to be told.</summary>
    Tell,

    /// <summary>It was told before.</summary>
    Known,
}
