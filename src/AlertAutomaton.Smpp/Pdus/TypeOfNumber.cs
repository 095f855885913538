namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Type of number (SMPP 3.4 §5.2.5).</summary>
public enum TypeOfNumber : byte
{
    /// <summary>Unknown.</summary>
    Unknown = 0,

    /// <summary>International, without the plus sign.</summary>
    International = 1,

    /// <summary>National.</summary>
    National = 2,

    /// <summary>Network specific, usual for short codes.</summary>
    NetworkSpecific = 3,

    /// <summary>Subscriber number.</summary>
    SubscriberNumber = 4,

    /// <summary>A name of up to eleven characters.</summary>
    Alphanumeric = 5,

    /// <summary>Abbreviated.</summary>
    Abbreviated = 6,
}
