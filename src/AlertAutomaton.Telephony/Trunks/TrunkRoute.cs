namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// The trunks that may carry a call, in the order in which they are tried, written as one string that others keep as a key.
/// </summary>
/// <remarks>
/// <c>callerId|a,b;c</c>: trunks a and b as they have room; c only while a and b are both down. The caller id before the bar is the one
/// that the recipient has already seen, or empty.
/// </remarks>
internal sealed record TrunkRoute(string? CallerId, IReadOnlyList<TrunkState> Trunks, IReadOnlyList<TrunkState> OnlyWhenDown)
{
    public override string ToString() =>
        Trunks.Count == 0 ? string.Empty : $"{CallerId}|{Names(Trunks)}{(OnlyWhenDown.Count == 0 ? string.Empty : ";" + Names(OnlyWhenDown))}";

    /// <summary>Reads a route written by <see cref="ToString"/>; trunks that no longer exist are left out.</summary>
    public static TrunkRoute Parse(string text, IReadOnlyDictionary<string, TrunkState> trunks)
    {
        int bar = text.IndexOf('|', StringComparison.Ordinal);
        string callerId = bar > 0 ? text[..bar] : string.Empty;
        string[] tiers = text[(bar + 1)..].Split(';');
        return new TrunkRoute(callerId.Length == 0 ? null : callerId, Find(tiers[0], trunks), tiers.Length > 1 ? Find(tiers[1], trunks) : []);
    }

    private static string Names(IReadOnlyList<TrunkState> trunks) => string.Join(',', trunks.Select(trunk => trunk.Options.Name));

    private static List<TrunkState> Find(string names, IReadOnlyDictionary<string, TrunkState> trunks)
    {
        var found = new List<TrunkState>();
        foreach (string name in names.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (trunks.TryGetValue(name, out TrunkState? trunk))
            {
                found.Add(trunk);
            }
        }

        return found;
    }
}
