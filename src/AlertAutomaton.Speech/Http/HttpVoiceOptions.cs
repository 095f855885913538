using System.Globalization;
using System.Text;

namespace AlertAutomaton.Speech.Http;

/// <summary>
/// One voice server, described as data: address, method, headers, body and answer. <c>{text}</c>, <c>{voice}</c>, <c>{language}</c>
/// (fr) and <c>{locale}</c> (fr-FR) are filled into address and body, escaped as the place requires.
/// </summary>
public sealed record HttpVoiceOptions
{
    /// <summary>Short name in logs and in the cache: <c>azure</c>, <c>piper</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Address with placeholders, http or https.</summary>
    public required string Url { get; init; }

    /// <summary><c>POST</c> or <c>GET</c>.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Headers to send, keys among them; their values are never logged.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Kind of body.</summary>
    public HttpVoiceBody Body { get; init; } = HttpVoiceBody.Json;

    /// <summary>Body with placeholders; empty for none.</summary>
    public string BodyTemplate { get; init; } = "";

    /// <summary>Content type of the body; empty for the one that its kind implies.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>What comes back.</summary>
    public HttpVoiceAnswer Answer { get; init; } = HttpVoiceAnswer.Wav;

    /// <summary>Samples per second of a bare PCM answer.</summary>
    public int PcmRate { get; init; } = 24000;

    /// <summary>Voice per two-letter language; a language that is not here is not spoken by this server.</summary>
    public required IReadOnlyDictionary<string, string> Voices { get; init; }

    /// <summary>Locale per two-letter language.</summary>
    public IReadOnlyDictionary<string, string> Locales { get; init; }
        = new Dictionary<string, string>(StringComparer.Ordinal) { ["fr"] = "fr-FR", ["en"] = "en-US" };

    /// <summary>How long one message may take, tries and pauses included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The most that is read of an answer, in bytes.</summary>
    public int LargestAnswer { get; init; } = 20 << 20;

    /// <summary>Pause before the one further try after 429, 502, 503 or 504, unless the server names a longer one.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(1);

    // Headers carry keys, and some servers take them in the address: neither is ever printed.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Name = {Name}, Method = {Method}, Headers = {Headers.Count} (hidden)");
        return true;
    }
}
