namespace AlertAutomaton.Alerting.Usage;

/// <summary>What the operator of the network takes for numbers that begin alike.</summary>
public sealed record Tariff
{
    /// <summary><c>+</c> and digits; <c>+</c> alone for every number that no longer prefix names.</summary>
    public required string Prefix { get; init; }

    /// <summary>For one segment of a text; not negative.</summary>
    public decimal PerSegment { get; init; }

    /// <summary>For one minute of an answered call; not negative.</summary>
    public decimal PerMinute { get; init; }

    /// <summary>The step in seconds to which each call is rounded up before it is priced: 1 for second by second, 60 for every begun minute. 1 to 3,600.</summary>
    public int StepSeconds { get; init; } = 1;

    /// <summary>For each answered call, beside its time; not negative.</summary>
    public decimal SetUp { get; init; }

    /// <summary>The price of one answered call.</summary>
    /// <param name="seconds">How long it lasted, each begun second counted.</param>
    /// <returns>The price, exact.</returns>
    public decimal OfCall(long seconds)
    {
        // What was answered is charged for one step at least, however short it was.
        var steps = Math.Max(1, (seconds + StepSeconds - 1) / StepSeconds);
        return SetUp + (steps * StepSeconds * PerMinute / 60);
    }
}
