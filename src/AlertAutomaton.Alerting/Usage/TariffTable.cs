using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>What texts, calls and mails cost. The longest prefix that a number begins with decides. Decimal arithmetic throughout; pure.</summary>
public sealed record TariffTable
{
    /// <summary>No prices at all.</summary>
    public static TariffTable Empty { get; } = new();

    private readonly IReadOnlyList<Tariff> _destinations = [];

    /// <summary>The currency of all prices (ISO 4217, three letters).</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>For one mail; 0 where mails cost nothing.</summary>
    public decimal PerMail { get; init; }

    /// <summary>The prices by the beginning of the number; no prefix twice.</summary>
    public IReadOnlyList<Tariff> Destinations
    {
        get => _destinations;
        init => _destinations = [.. value.OrderByDescending(tariff => tariff.Prefix.Length).ThenBy(tariff => tariff.Prefix, StringComparer.Ordinal)];
    }

    /// <summary>True when nothing has a price.</summary>
    public bool IsEmpty => _destinations.Count == 0 && PerMail == 0;

    /// <summary>How many characters of a number, <c>+</c> included, decide about its price; 0 where nothing does.</summary>
    public int PrefixLength => _destinations.Count == 0 ? 0 : _destinations[0].Prefix.Length;

    /// <summary>Finds the prices of a number.</summary>
    /// <param name="number">The number in international form, or its first <see cref="PrefixLength"/> characters.</param>
    /// <returns>Null when no prefix fits.</returns>
    public Tariff? Find(string number) => _destinations.FirstOrDefault(tariff => number.StartsWith(tariff.Prefix, StringComparison.Ordinal));

    /// <summary>The price of attempts that are alike.</summary>
    /// <param name="group">The attempts; its prefix is at least <see cref="PrefixLength"/> long where the number is.</param>
    /// <returns>Null when something in it was charged for by the network and no prefix fits.</returns>
    public decimal? Cost(UsageGroup group) => group.Channel switch
    {
        ChannelKind.Email => group.Units * PerMail,
        ChannelKind.Sms when group.Units > 0 => group.Units * Find(group.Prefix)?.PerSegment,
        ChannelKind.Voice when group.Answered > 0 => group.Answered * Find(group.Prefix)?.OfCall(group.Seconds),
        _ => 0,
    };
}
