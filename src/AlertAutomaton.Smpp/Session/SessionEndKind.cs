namespace AlertAutomaton.Smpp.Session;

/// <summary>How a session ended.</summary>
internal enum SessionEndKind
{
    /// <summary>We left.</summary>
    Left,

    /// <summary>The far end sent unbind.</summary>
    SentAway,

    /// <summary>The bind was refused.</summary>
    Refused,

    /// <summary>The connection broke.</summary>
    Lost,

    /// <summary>The far end fell silent.</summary>
    Silent,

    /// <summary>The far end does not keep to the protocol.</summary>
    Garbled,
}
