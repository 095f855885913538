using AlertAutomaton.Channels.Voice;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>What the configuration says about calls, as the voice channel takes it.</summary>
internal static class VoiceMapping
{
    public static VoiceChannelOptions Map(CallOptions calls) => new()
    {
        Rounds = calls.Rounds,
        RingTime = TimeSpan.FromSeconds(calls.RingSeconds),
        LongestTalk = TimeSpan.FromSeconds(calls.MaxSeconds),
    };
}
