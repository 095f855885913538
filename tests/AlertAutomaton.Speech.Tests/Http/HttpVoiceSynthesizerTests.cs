using System.Text.Json;
using System.Xml.Linq;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Http;
using AlertAutomaton.Speech.Synthesis;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Speech.Tests.Http;

public sealed class HttpVoiceSynthesizerTests
{
    private const string Tricky = "L'eau \"monte\" : 5 < 6 & {voice} \\ été";
    private static readonly Dictionary<string, string> _voices = new() { ["fr"] = "fr-FR-DeniseNeural" };
    private static readonly short[] _speech = ToneGenerator.Sine(600, TimeSpan.FromSeconds(1), -20, 24000);

    [Fact]
    public async Task Azure_gets_ssml_with_key_and_format_and_answers_bare_samples()
    {
        await using var server = new VoiceServer(request =>
            request.Headers.GetValueOrDefault("Ocp-Apim-Subscription-Key") != "secret-1" ? new(401, [])
            : request.Headers["Content-Type"] != "application/ssml+xml" ? new(415, [])
            : request.Headers["X-Microsoft-OutputFormat"] != "raw-24khz-16bit-mono-pcm" || !request.Headers.ContainsKey("User-Agent") ? new(400, [])
            : new(200, Samples(_speech)));
        var options = HttpVoicePresets.Azure("francecentral", "secret-1", _voices);
        Assert.Equal("https://francecentral.tts.speech.microsoft.com/cognitiveservices/v1", options.Url);
        var result = await SpeakAsync(options with { Url = server.BaseUrl + "/cognitiveservices/v1" });
        Assert.Null(result.Fault);
        Assert.Equal(_speech, result.Audio!.Samples);
        Assert.Equal(24000, result.Audio.SampleRate);
        var ssml = XElement.Parse(server.Requests[0].Body);
        Assert.Equal("fr-FR", (string?)ssml.Attribute(XNamespace.Xml + "lang"));
        Assert.Equal("fr-FR-DeniseNeural", (string?)ssml.Element("voice")!.Attribute("name"));
        Assert.Equal(Tricky, ssml.Value);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/synthesize")]
    public async Task Piper_gets_json_and_answers_a_wav_file(string path)
    {
        await using var server = new VoiceServer(_ => new(200, WavFile.ToBytes(_speech, 24000)));
        var result = await SpeakAsync(HttpVoicePresets.Piper(server.BaseUrl + "/", _voices, path));
        Assert.Equal(_speech, result.Audio!.Samples);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", path), (request.Method, request.PathAndQuery));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        using var json = JsonDocument.Parse(request.Body);
        Assert.Equal(Tricky, json.RootElement.GetProperty("text").GetString());
        Assert.Equal("fr-FR-DeniseNeural", json.RootElement.GetProperty("voice").GetString());
    }

    [Fact]
    public async Task Openai_like_servers_get_model_input_and_bearer_key()
    {
        await using var server = new VoiceServer(request =>
            request.Headers.GetValueOrDefault("Authorization") == "Bearer secret-2" ? new(200, WavFile.ToBytes(_speech, 24000)) : new(401, []));
        var result = await SpeakAsync(HttpVoicePresets.OpenAi(server.BaseUrl, "secret-2", "tts-1", _voices));
        Assert.NotNull(result.Audio);
        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/audio/speech", request.PathAndQuery);
        using var json = JsonDocument.Parse(request.Body);
        Assert.Equal("tts-1", json.RootElement.GetProperty("model").GetString());
        Assert.Equal(Tricky, json.RootElement.GetProperty("input").GetString());
        Assert.Equal("wav", json.RootElement.GetProperty("response_format").GetString());
    }

    [Fact]
    public async Task Mary_gets_everything_in_the_address()
    {
        await using var server = new VoiceServer(_ => new(200, WavFile.ToBytes(_speech, 24000)));
        var result = await SpeakAsync(HttpVoicePresets.Mary(server.BaseUrl, _voices));
        Assert.NotNull(result.Audio);
        var request = Assert.Single(server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.StartsWith("/process?INPUT_TYPE=TEXT&OUTPUT_TYPE=AUDIO&AUDIO=WAVE_FILE&LOCALE=fr&VOICE=fr-FR-DeniseNeural&INPUT_TEXT=", request.PathAndQuery);
        Assert.EndsWith(Uri.EscapeDataString(Tricky), request.PathAndQuery);
    }

    [Theory]
    [InlineData(400, SpeechFaultKind.ServerRefused, 1)]
    [InlineData(401, SpeechFaultKind.NotAuthorised, 1)]
    [InlineData(403, SpeechFaultKind.NotAuthorised, 1)]
    [InlineData(415, SpeechFaultKind.ServerRefused, 1)]
    [InlineData(302, SpeechFaultKind.ServerRefused, 1)]
    [InlineData(429, SpeechFaultKind.Throttled, 2)]
    [InlineData(503, SpeechFaultKind.ServerRefused, 2)]
    public async Task Refusals_are_told_by_kind_and_only_busy_servers_are_asked_twice(int status, SpeechFaultKind kind, int requests)
    {
        await using var server = new VoiceServer(_ => new(status, []) { Headers = new Dictionary<string, string> { ["Location"] = "http://127.0.0.1:1/" } });
        var result = await SpeakAsync(HttpVoicePresets.Piper(server.BaseUrl, _voices) with { RetryPause = TimeSpan.Zero });
        Assert.Equal(kind, result.Fault!.Kind);
        Assert.Equal(requests, server.Requests.Count);
        Assert.Contains(status.ToString(), result.Fault.Detail);
    }

    [Fact]
    public async Task A_busy_server_that_recovers_is_heard()
    {
        var asked = 0;
        await using var server = new VoiceServer(_ => ++asked == 1 ? new(503, []) : new(200, WavFile.ToBytes(_speech, 24000)));
        var result = await SpeakAsync(HttpVoicePresets.Piper(server.BaseUrl, _voices) with { RetryPause = TimeSpan.Zero });
        Assert.NotNull(result.Audio);
    }

    [Fact]
    public async Task A_server_that_asks_for_long_patience_is_passed_over_at_once()
    {
        await using var server = new VoiceServer(_ => new(429, []) { Headers = new Dictionary<string, string> { ["Retry-After"] = "60" } });
        var result = await SpeakAsync(HttpVoicePresets.Piper(server.BaseUrl, _voices));
        Assert.Equal(SpeechFaultKind.Throttled, result.Fault!.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Answers_that_are_no_speech_are_refused()
    {
        Assert.Equal(SpeechFaultKind.BadAudio, await FaultOfAsync("<html>Welcome</html>"u8.ToArray()));
        Assert.Equal(SpeechFaultKind.BadAudio, await FaultOfAsync([]));
        Assert.Equal(SpeechFaultKind.NothingHeard, await FaultOfAsync(WavFile.ToBytes(new short[24000], 24000)));
        Assert.Equal(SpeechFaultKind.NothingHeard, await FaultOfAsync(WavFile.ToBytes(_speech.AsSpan(0, 24000 / 4), 24000)));
        Assert.Equal(SpeechFaultKind.TooLarge, await FaultOfAsync(WavFile.ToBytes(new short[600_000], 24000)));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_left_after_the_time_limit()
    {
        var hold = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await using var server = new VoiceServer(_ =>
        {
            asked.SetResult();
            return new(200, []) { Hold = hold.Task };
        });
        var time = new ManualTimeProvider();
        using var synthesizer = new HttpVoiceSynthesizer(HttpVoicePresets.Piper(server.BaseUrl, _voices), time);
        var speaking = synthesizer.SynthesizeAsync("Bonjour", "fr", default);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        time.Advance(TimeSpan.FromSeconds(21));
        var result = await speaking.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        Assert.Equal(SpeechFaultKind.TimedOut, result.Fault!.Kind);
        hold.SetResult();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        string url;
        await using (var server = new VoiceServer(_ => new(200, [])))
            url = server.BaseUrl;
        Assert.Equal(SpeechFaultKind.Unreachable, (await SpeakAsync(HttpVoicePresets.Piper(url, _voices))).Fault!.Kind);
        Assert.Equal(SpeechFaultKind.Unreachable, (await SpeakAsync(HttpVoicePresets.Piper("not an address", _voices))).Fault!.Kind);
    }

    [Fact]
    public async Task A_language_without_a_voice_is_not_asked_for()
    {
        await using var server = new VoiceServer(_ => new(200, []));
        using var synthesizer = new HttpVoiceSynthesizer(HttpVoicePresets.Piper(server.BaseUrl, _voices), TimeProvider.System);
        Assert.Equal(SpeechFaultKind.LanguageNotSpoken, (await synthesizer.SynthesizeAsync("Hello", "en", default)).Fault!.Kind);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_check_speaks_a_few_words()
    {
        await using var server = new VoiceServer(_ => new(200, WavFile.ToBytes(_speech, 24000)));
        using var synthesizer = new HttpVoiceSynthesizer(HttpVoicePresets.Piper(server.BaseUrl, _voices), TimeProvider.System);
        Assert.True((await synthesizer.CheckAsync("fr", default)).IsAvailable);
        Assert.Equal("http:piper", synthesizer.Name);
    }

    [Fact]
    public void Keys_are_never_printed()
    {
        var printed = HttpVoicePresets.OpenAi("http://x", "secret-3", "m", _voices).ToString();
        Assert.DoesNotContain("secret-3", printed);
        Assert.Contains("openai", printed);
    }

    private static async Task<SpeechFaultKind> FaultOfAsync(byte[] answer)
    {
        await using var server = new VoiceServer(_ => new(200, answer));
        var result = await SpeakAsync(HttpVoicePresets.Piper(server.BaseUrl, _voices) with { LargestAnswer = 1_000_000 });
        return result.Fault!.Kind;
    }

    private static async Task<SynthesisResult> SpeakAsync(HttpVoiceOptions options)
    {
        using var synthesizer = new HttpVoiceSynthesizer(options, TimeProvider.System);
        return await synthesizer.SynthesizeAsync(Tricky, "fr", default).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }

    private static byte[] Samples(short[] samples)
    {
        var bytes = new byte[samples.Length * 2];
        Buffer.BlockCopy(samples, 0, bytes, 0, bytes.Length);
        return bytes;
    }
}
