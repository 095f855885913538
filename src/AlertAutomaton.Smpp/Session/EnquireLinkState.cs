namespace AlertAutomaton.Smpp.Session;

/// <summary>Signs of life of the far end; times are monotonic.</summary>
/// <param name="LastHeard">When the last PDU came.</param>
/// <param name="AskedAt">When an enquire_link left that nothing followed yet.</param>
internal readonly record struct EnquireLinkState(TimeSpan LastHeard, TimeSpan? AskedAt);
