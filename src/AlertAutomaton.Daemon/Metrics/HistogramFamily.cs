namespace AlertAutomaton.Daemon.Metrics;

/// <summary>A histogram that is asked for when somebody scrapes.</summary>
/// <param name="Name">Its name, unit included.</param>
/// <param name="Description">What it measures.</param>
/// <param name="Read">Its state; null leaves it out.</param>
internal sealed record HistogramFamily(string Name, string Description, Func<HistogramReading?> Read);
