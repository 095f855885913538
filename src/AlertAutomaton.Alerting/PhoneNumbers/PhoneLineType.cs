namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>What kind of line a numbering plan gives a number to.</summary>
public enum PhoneLineType : byte
{
    /// <summary>The plan is not known here, or does not tell (North America).</summary>
    Unknown,

    /// <summary>A place, or a line that does not move.</summary>
    Landline,

    /// <summary>A mobile phone.</summary>
    Mobile,

    /// <summary>The caller pays more than a call: never called.</summary>
    Premium,

    /// <summary>Free or shared-cost services.</summary>
    Special,
}
