namespace AlertAutomaton.Media.Rtcp;

/// <summary>When reports are due (RFC 3550 §6.2, §6.3.1): five seconds for two members, half of that before the first, spread by half to one and a half.</summary>
public static class RtcpInterval
{
    private const double MinimumSeconds = 5;

    // §6.3.1: e − 3/2, which makes up for the timer reconsideration converging below its aim.
    private const double Compensation = Math.E - 1.5;

    /// <summary>The time to the next report.</summary>
    /// <param name="first">Whether it is the first of the session.</param>
    /// <param name="chance">0 to 1, evenly distributed.</param>
    public static TimeSpan Next(bool first, double chance) =>
        TimeSpan.FromSeconds((first ? MinimumSeconds / 2 : MinimumSeconds) * (0.5 + Math.Clamp(chance, 0, 1)) / Compensation);
}
