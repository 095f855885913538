namespace AlertAutomaton.Alerting.Messages;

/// <summary>A value that differs from one recipient to the next, or is known only when the alert is launched.</summary>
public enum MessagePlaceholder : byte
{
    /// <summary>The name of the household on the list.</summary>
    Name,

    /// <summary>Who warns.</summary>
    Organisation,

    /// <summary>The acknowledgement link of this attempt.</summary>
    Link,

    /// <summary>The five digits with which the household hears its message on the residents' line from any phone.</summary>
    Code,

    /// <summary>The local time of the launch, or of the event where the alert has one.</summary>
    Time,

    /// <summary>The local date of the launch, or of the event where the alert has one.</summary>
    Date,
}
