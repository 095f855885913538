namespace AlertAutomaton.Alerting.Texts;

/// <summary>What a text from outside came to. Everything but <see cref="Acknowledged"/> and <see cref="Stopped"/> is for the operator to read.</summary>
public enum InboundTextFate : byte
{
    /// <summary>On disk and not worked on yet; a restart goes on with it.</summary>
    Open,

    /// <summary>It acknowledged an alert.</summary>
    Acknowledged,

    /// <summary>It asked for no more texts, and that is on disk.</summary>
    Stopped,

    /// <summary>It answers an alert, and nobody understood how.</summary>
    NotUnderstood,

    /// <summary>No running alert has texted that number.</summary>
    NoAlert,

    /// <summary>A machine wrote it.</summary>
    Automatic,
}
