namespace AlertAutomaton.Telephony.Trunks;

/// <summary>How a trunk wants numbers to be written.</summary>
public enum NumberForm
{
    /// <summary>+33162000000.</summary>
    E164,

    /// <summary>33162000000.</summary>
    E164WithoutPlus,

    /// <summary>0033162000000.</summary>
    InternationalPrefix,

    /// <summary>0162000000 inside the country of <see cref="TrunkOptions.CountryCode"/>, 00… outside.</summary>
    National,
}
