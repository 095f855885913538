namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>Whether an automaton may show a number.</summary>
public enum CallerIdVerdict : byte
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>The rules of this country are not known here: ask the operator.</summary>
    NotJudged,

    /// <summary>It is no phone number.</summary>
    NotANumber,

    /// <summary>06 and 07 may not be shown by automata since August 2019.</summary>
    Mobile,

    /// <summary>Ordinary 01 to 05 and 09 numbers may not be shown by automata since January 2023.</summary>
    Ordinary,

    /// <summary>089 numbers may not be shown.</summary>
    Premium,

    /// <summary>Only short numbers that begin with 30 or 31 may be shown.</summary>
    ShortNumberNotAllowed,

    /// <summary>A number of another country: French operators cut such calls when they cannot verify them.</summary>
    Foreign,
}
