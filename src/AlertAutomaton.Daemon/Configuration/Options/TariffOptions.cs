using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>What texts, calls and mails cost; without prices everything is counted and nothing has a cost.</summary>
internal sealed record TariffOptions
{
    /// <summary>Currency of all prices (ISO 4217, three capital letters).</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Price of one mail.</summary>
    [Range(0, 1000)]
    public double PerMail { get; init; }

    /// <summary>Prices by the beginning of the number; the longest prefix that a number begins with decides.</summary>
    public IReadOnlyList<DestinationTariffOptions> Destinations { get; init; } = [];
}
