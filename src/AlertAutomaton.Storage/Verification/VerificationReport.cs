using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Storage.Verification;

/// <summary>What checking one journal found.</summary>
public sealed record VerificationReport
{
    /// <summary>The alert; empty when a file did not say.</summary>
    public AlertId Alert { get; init; }

    /// <summary>The alert's title; empty when it could not be read.</summary>
    public string Title { get; init; } = "";

    /// <summary>How many entries were found sound.</summary>
    public long Entries { get; init; }

    /// <summary>The hash of the last sound entry, 64 hexadecimal digits. Printed in reports: a journal rewritten from one
    /// entry on, chain included, ends with another one.</summary>
    public string FinalHash { get; init; } = "";

    /// <summary>True when the state rows were compared with the replay; false for a file, and for an alert that did not
    /// stand still long enough.</summary>
    public bool RowsCompared { get; init; }

    /// <summary>The first fault; null when everything is sound.</summary>
    public VerificationFault? Fault { get; init; }

    /// <summary>True when no fault was found.</summary>
    public bool IsSound => Fault is null;
}
