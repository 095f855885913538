using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Prices of numbers that begin alike.</summary>
internal sealed record DestinationTariffOptions
{
    /// <summary>Beginning of the number in international form, for example +33 or +336; + alone for every number that nothing else names.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Price of one segment of a text.</summary>
    [Range(0, 1000)]
    public double PerSegment { get; init; }

    /// <summary>Price of one minute of an answered call.</summary>
    [Range(0, 1000)]
    public double PerMinute { get; init; }

    /// <summary>Seconds to which each call is rounded up before it is priced: 1 for second by second, 60 for every begun minute.</summary>
    [Range(1, 3600)]
    public int StepSeconds { get; init; } = 1;

    /// <summary>Price of each answered call beside its time.</summary>
    [Range(0, 1000)]
    public double SetUp { get; init; }
}
