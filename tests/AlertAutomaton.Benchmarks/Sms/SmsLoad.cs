namespace AlertAutomaton.Benchmarks.Sms;

/// <summary>What a client did.</summary>
/// <param name="PerSecond">Messages per second, each with its response and its receipt.</param>
/// <param name="CpuMicroseconds">CPU of the client's process, user and system, per message.</param>
/// <param name="Failed">Messages that were not taken, or whose receipt did not come.</param>
internal sealed record SmsLoad(double PerSecond, double CpuMicroseconds, int Failed);
