using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Channels.Sms.Estimates;

/// <summary>The texts of one language and role.</summary>
public sealed record SmsGroupEstimate
{
    /// <summary>The households' language (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>Whether the households are texted or their trusted persons, who are only when the household stays silent.</summary>
    public required ContactPointRole Role { get; init; }

    /// <summary>How many numbers would be texted, once each.</summary>
    public required int Texts { get; init; }

    /// <summary>The most segments that one of them takes.</summary>
    public required int MostSegments { get; init; }

    /// <summary>All segments of the group: in the worst case, or counted one by one.</summary>
    public required long Segments { get; init; }

    /// <summary>How the longest one travels.</summary>
    public required SmsEncoding Encoding { get; init; }

    /// <summary>Units that still fit into it without another segment.</summary>
    public required int UnitsLeft { get; init; }

    /// <summary>The longest one as it would be read, with an invented link.</summary>
    public required string Example { get; init; }

    /// <summary>The characters that force it out of the default alphabet and so nearly halve what a segment holds; empty when nothing does.</summary>
    public required string CostlyCharacters { get; init; }
}
