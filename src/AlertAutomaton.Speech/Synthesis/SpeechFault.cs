using System.Globalization;
using AlertAutomaton.Speech.Resources;

namespace AlertAutomaton.Speech.Synthesis;

/// <summary>Why one source of speech gave none.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Source">Which synthesiser or file.</param>
/// <param name="Detail">Short technical detail (status, exit code, problem); never a secret.</param>
public sealed record SpeechFault(SpeechFaultKind Kind, string Source, string Detail = "")
{
    /// <summary>One sentence for the operator: what is wrong and what mends it.</summary>
    public string Describe(CultureInfo culture) => SpeechTexts.Describe(this, culture);
}
