namespace AlertAutomaton.Alerting.Operators;

/// <summary>Why a PIN is not good enough.</summary>
public enum PinFault : byte
{
    /// <summary>It is good enough.</summary>
    None,

    /// <summary>Fewer than <see cref="PinRules.FewestDigits"/> digits.</summary>
    TooShort,

    /// <summary>More than <see cref="PinRules.MostDigits"/> digits.</summary>
    TooLong,

    /// <summary>Something else than the digits 0 to 9.</summary>
    NotDigits,

    /// <summary>Made of at most two different digits, as 000000 or 121212.</summary>
    TooFewDigits,

    /// <summary>A run on the keypad or the number line, as 123456, 987654 or 13579.</summary>
    Run,

    /// <summary>A short group repeated, as 123123.</summary>
    Repeated,

    /// <summary>The same forwards and backwards, as 123321.</summary>
    Mirrored,

    /// <summary>A date as people write birthdays: day, month and year in any usual order.</summary>
    Date,

    /// <summary>Contains the operator's own number, or is contained in it.</summary>
    OperatorNumber,

    /// <summary>Part of the operator's registered phone number.</summary>
    PhoneNumber,

    /// <summary>One digit away from the other PIN of the same operator: a slip of a finger would raise the alarm.</summary>
    NearTheOther,
}
