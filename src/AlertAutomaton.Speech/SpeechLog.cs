using AlertAutomaton.Speech.Synthesis;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Speech;

/// <summary>Log messages of this project, event ids 4000 to 4999. Never the text spoken, never a secret.</summary>
internal static partial class SpeechLog
{
    [LoggerMessage(4000, LogLevel.Information, "Speech of {Seconds:F1} s rendered by {Source} ({Language}), cache key {Key}")]
    public static partial void Rendered(ILogger logger, double seconds, string source, string language, string key);

    [LoggerMessage(4001, LogLevel.Warning, "Speech source {Source} gave nothing: {Kind} {Detail}")]
    public static partial void SourceFailed(ILogger logger, string source, SpeechFaultKind kind, string detail);

    [LoggerMessage(4002, LogLevel.Error, "No source could speak a text in language {Language}; {Count} were tried")]
    public static partial void NothingRendered(ILogger logger, string language, int count);

    [LoggerMessage(4003, LogLevel.Warning, "Cached speech {Key} is damaged and is rendered again")]
    public static partial void CacheDamaged(ILogger logger, string key);

    [LoggerMessage(4004, LogLevel.Warning, "Rendered speech {Key} could not be kept on disk: {Reason}")]
    public static partial void CacheNotWritten(ILogger logger, string key, string reason);

}
