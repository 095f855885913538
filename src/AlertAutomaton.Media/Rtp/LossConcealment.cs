namespace AlertAutomaton.Media.Rtp;

/// <summary>Fills what never arrived: the last sound again, fading out over 60 ms, then silence (the plain way of ITU-T G.711 Appendix I).</summary>
internal static class LossConcealment
{
    /// <summary>Samples over which the repetition fades out.</summary>
    public const int FadeLength = 480;

    /// <summary>Fills a gap.</summary>
    /// <param name="before">The last sound before the gap, at least 20 ms where there was that much.</param>
    /// <param name="gap">What to fill.</param>
    public static void Fill(ReadOnlySpan<short> before, Span<short> gap)
    {
        gap.Clear();
        if (before.IsEmpty)
            return;
        var period = before[^Math.Min(before.Length, 160)..];
        for (var i = 0; i < Math.Min(gap.Length, FadeLength); i++)
            gap[i] = (short)(period[i % period.Length] * (FadeLength - i) / FadeLength);
    }
}
