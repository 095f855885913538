namespace AlertAutomaton.Alerting.Register;

/// <summary>How a contact point is reached.</summary>
public enum ChannelKind : byte
{
    /// <summary>A phone call.</summary>
    Voice,

    /// <summary>A text message.</summary>
    Sms,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A web push notification.</summary>
    Push,
}
