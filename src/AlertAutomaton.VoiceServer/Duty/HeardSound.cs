using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>Tells sound from the noise of an idle line. Pure.</summary>
internal static class HeardSound
{
    private const int Frame = 160;
    private const double Quiet = -45;
    private const int FewestFrames = 25;

    /// <summary>True when half a second of it, in frames of 20 ms that need not follow each other, is louder than −45 dBov.</summary>
    public static bool IsIn(ReadOnlySpan<short> samples)
    {
        int loud = 0;
        for (int start = 0; start + Frame <= samples.Length; start += Frame)
        {
            loud += AudioLevel.Dbov(samples.Slice(start, Frame)) > Quiet ? 1 : 0;
        }

        return loud >= FewestFrames;
    }
}
