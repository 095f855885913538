namespace AlertAutomaton.Media.Detection;

/// <summary>A change in whether the far end is speaking.</summary>
public enum VoiceActivity
{
    /// <summary>Nothing changed.</summary>
    None,

    /// <summary>The first word began.</summary>
    SpeechBegan,

    /// <summary>The first pause of 800 ms after speech: the moment to begin speaking to somebody who said "hello?".</summary>
    FirstPause,

    /// <summary>Speech began again after a pause.</summary>
    SpeechResumed,

    /// <summary>Another pause of 800 ms.</summary>
    Pause,
}
