namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>Why a text is not a phone number that can be called.</summary>
public enum PhoneNumberRefusal : byte
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>There is nothing.</summary>
    Empty,

    /// <summary>There is something that belongs to no phone number: a letter, a second number, an extension.</summary>
    StrangeCharacter,

    /// <summary>A short number (emergency, services): no automaton calls those.</summary>
    ShortNumber,

    /// <summary>Digits are missing for this country.</summary>
    TooShort,

    /// <summary>There are too many digits for this country.</summary>
    TooLong,

    /// <summary>No number of this country begins like this.</summary>
    NotInPlan,

    /// <summary>It is neither in the national form of the configured country nor in international form.</summary>
    NotNational,
}
