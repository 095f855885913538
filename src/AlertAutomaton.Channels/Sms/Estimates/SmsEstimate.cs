using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Channels.Sms.Estimates;

/// <summary>What the texts of an alert would cost if every number were texted once.</summary>
/// <param name="Groups">By language and role, the largest first.</param>
/// <param name="PricePerSegment">In the currency of the tariff.</param>
public sealed record SmsEstimate(IReadOnlyList<SmsGroupEstimate> Groups, decimal PricePerSegment)
{
    /// <summary>Texts to the households themselves.</summary>
    public int Texts => Groups.Where(IsOwn).Sum(group => group.Texts);

    /// <summary>Segments to the households themselves.</summary>
    public long Segments => Groups.Where(IsOwn).Sum(group => group.Segments);

    /// <summary>What they cost.</summary>
    public decimal Cost => Segments * PricePerSegment;

    /// <summary>What the texts to trusted persons cost on top, if every vulnerable household stayed silent.</summary>
    public decimal TrustedCost => Groups.Where(group => !IsOwn(group)).Sum(group => group.Segments) * PricePerSegment;

    private static bool IsOwn(SmsGroupEstimate group) => group.Role == ContactPointRole.Own;
}
