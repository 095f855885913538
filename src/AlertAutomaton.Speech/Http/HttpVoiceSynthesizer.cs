using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Http;

/// <summary>A voice server: one adapter for all of them, since they differ only in data (<see cref="HttpVoiceOptions"/>).</summary>
public sealed class HttpVoiceSynthesizer : ISpeechSynthesizer, IDisposable
{
    private const string UserAgent = "AlertAutomaton/0.1";
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(5);

    private readonly HttpVoiceOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    /// <summary>Nothing is asked before the first text. A redirect is an error: keys are for the configured host alone.</summary>
    public HttpVoiceSynthesizer(HttpVoiceOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    /// <inheritdoc/>
    public string Name => "http:" + _options.Name;

    /// <inheritdoc/>
    public string? VoiceFor(string language) => _options.Voices.GetValueOrDefault(language);

    /// <inheritdoc/>
    public Task<SynthesizerAvailability> CheckAsync(string language, CancellationToken cancellation)
        => SynthesisProbe.RunAsync(this, language, cancellation);

    /// <inheritdoc/>
    public async Task<SynthesisResult> SynthesizeAsync(string normalisedText, string language, CancellationToken cancellation)
    {
        if (VoiceFor(language) is not { } voice)
            return Failed(SpeechFaultKind.LanguageNotSpoken, language);
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await AskAsync(normalisedText, language, voice, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(SpeechFaultKind.TimedOut, "");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Failed(SpeechFaultKind.Unreachable, (e as HttpRequestException)?.HttpRequestError.ToString() ?? "");
        }
        catch (Exception e) when (e is UriFormatException or FormatException or InvalidOperationException or NotSupportedException)
        {
            // The address or a header is not well-formed; its text may hold a key and is not repeated.
            return Failed(SpeechFaultKind.Unreachable, "URL");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<SynthesisResult> AskAsync(string text, string language, string voice, CancellationToken cancellation)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["text"] = text,
            ["voice"] = voice,
            ["language"] = language,
            ["locale"] = _options.Locales.GetValueOrDefault(language, language),
        };
        for (var retried = false; ; retried = true)
        {
            using var request = Build(values);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!retried && PauseBeforeRetry(response) is { } pause)
            {
                await Task.Delay(pause, _time, cancellation);
                continue;
            }

            return response.IsSuccessStatusCode
                ? await AcceptAsync(response.Content, cancellation)
                : Failed(KindOf(response.StatusCode), ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private HttpRequestMessage Build(Dictionary<string, string> values)
    {
        var request = new HttpRequestMessage(new HttpMethod(_options.Method), VoiceTemplate.FillUrl(_options.Url, values));
        request.Headers.UserAgent.ParseAdd(UserAgent);
        foreach (var (name, value) in _options.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (_options.Body == HttpVoiceBody.None)
            return request;
        var body = VoiceTemplate.FillBody(_options.BodyTemplate, _options.Body, values);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(_options.ContentType.Length > 0
            ? _options.ContentType
            : _options.Body switch
            {
                HttpVoiceBody.Json => "application/json",
                HttpVoiceBody.Xml => "application/xml",
                _ => "text/plain; charset=utf-8",
            });
        return request;
    }

    // One further try where the server says that it is only busy, unless it wants more patience than there is.
    private TimeSpan? PauseBeforeRetry(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
        {
            return null;
        }

        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => TimeSpan.Zero,
        };
        var pause = asked > _options.RetryPause ? asked : _options.RetryPause;
        return pause <= _longestPause ? pause : null;
    }

    private async Task<SynthesisResult> AcceptAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > _options.LargestAnswer)
            return Failed(SpeechFaultKind.TooLarge, "");
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[32768];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + count > _options.LargestAnswer)
                return Failed(SpeechFaultKind.TooLarge, "");
            kept.Write(buffer, 0, count);
        }

        var bytes = kept.GetBuffer().AsSpan(0, (int)kept.Length);
        return _options.Answer == HttpVoiceAnswer.Wav ? SynthesizedSound.Accept(Name, bytes) : AcceptPcm(bytes);
    }

    private SynthesisResult AcceptPcm(ReadOnlySpan<byte> bytes)
    {
        // A server that sends a WAV file although bare samples were asked for is understood; its header would be a loud click.
        if (bytes.StartsWith("RIFF"u8))
            return SynthesizedSound.Accept(Name, bytes);
        var samples = new short[bytes.Length / 2];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
        return SynthesizedSound.Accept(Name, new WavAudio(samples, _options.PcmRate));
    }

    private SynthesisResult Failed(SpeechFaultKind kind, string detail) => SynthesisResult.Failed(new SpeechFault(kind, Name, detail));

    private static SpeechFaultKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SpeechFaultKind.NotAuthorised,
        HttpStatusCode.TooManyRequests => SpeechFaultKind.Throttled,
        _ => SpeechFaultKind.ServerRefused,
    };
}
