namespace AlertAutomaton.Benchmarks.Rtp;

/// <summary>Gives the processor back for a moment, without a timer object per pause.</summary>
internal static class Pause
{
    private static readonly ManualResetEventSlim Never = new(initialState: false, spinCount: 0);

    public static void For(TimeSpan time) => Never.Wait(time);
}
