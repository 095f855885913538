namespace AlertAutomaton.Media.Audio;

/// <summary>What the meter of ITU-T P.56 says of a piece of speech.</summary>
/// <param name="ActiveLevel">Level while somebody speaks, in dBov.</param>
/// <param name="Activity">Share of the time in which somebody speaks, 0 to 1, hangover included.</param>
/// <param name="LongTermLevel">Level over the whole time, pauses included, in dBov.</param>
public readonly record struct SpeechLevel(double ActiveLevel, double Activity, double LongTermLevel);
