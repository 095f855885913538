namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>How a country writes its numbers (ITU-T E.164 national numbering plans).</summary>
public sealed record NumberingPlan
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The country code, digits only.</summary>
    public required string CountryCode { get; init; }

    /// <summary>What is dialled before a national number and is not part of it; empty where there is none.</summary>
    public required string TrunkPrefix { get; init; }

    /// <summary>What is dialled before a foreign number.</summary>
    public string InternationalPrefix { get; init; } = "00";

    /// <summary>The fewest digits of a national number, without the trunk prefix.</summary>
    public required int MinimumLength { get; init; }

    /// <summary>The most digits.</summary>
    public required int MaximumLength { get; init; }

    /// <summary>What the first digit may be.</summary>
    public required string FirstDigits { get; init; }

    /// <summary>Beginnings of national numbers and what they mean; the longest that fits counts.</summary>
    public required IReadOnlyList<(string Prefix, PhoneLineType Type)> Ranges { get; init; }

    /// <summary>What a national number is.</summary>
    /// <param name="national">The digits without country code and trunk prefix.</param>
    /// <returns>Its type.</returns>
    public PhoneLineType TypeOf(ReadOnlySpan<char> national)
    {
        var type = PhoneLineType.Unknown;
        var longest = -1;
        for (var i = 0; i < Ranges.Count; i++)
        {
            var (prefix, candidate) = Ranges[i];
            if (prefix.Length > longest && national.StartsWith(prefix, StringComparison.Ordinal))
            {
                longest = prefix.Length;
                type = candidate;
            }
        }

        return type;
    }

    /// <summary>True when a national number has a length and a beginning that the plan knows.</summary>
    /// <param name="national">The digits without country code and trunk prefix.</param>
    /// <returns>True when it fits.</returns>
    public bool Fits(ReadOnlySpan<char> national) =>
        national.Length >= MinimumLength && national.Length <= MaximumLength && FirstDigits.Contains(national[0], StringComparison.Ordinal);
}
