namespace AlertAutomaton.Media.Audio;

/// <summary>
/// Makes any speech fit for an ordinary telephone: 8 kHz, 200-3,400 Hz with a little presence, one even loudness, no clipping.
/// </summary>
public static class PhonePreparation
{
    /// <summary>Samples per second of the result.</summary>
    public const int SampleRate = 8000;

    private const double ClippedShare = 0.001;
    private const int ClippedAt = 32760;
    private const double TrimLevel = -55;
    private const double KeptAroundSpeech = 0.02;
    private const double Ceiling = 0.7079457843841379;
    private const double MostMakeUp = 3;
    private const double LevelTolerance = 0.1;
    private const double FadeSeconds = 0.01;

    /// <summary>Prepares mono audio.</summary>
    /// <param name="pcm">16-bit samples.</param>
    /// <param name="rate">Their rate, 4,000 to 192,000 per second.</param>
    /// <param name="options">Level and silence around; <see cref="PhonePreparationOptions.Message"/> when null.</param>
    public static PreparedAudio Prepare(short[] pcm, int rate, PhonePreparationOptions? options = null)
    {
        options ??= PhonePreparationOptions.Message;
        var warnings = rate < SampleRate ? PreparationWarnings.SourceNarrow : PreparationWarnings.None;
        if (IsClipped(pcm))
            warnings |= PreparationWarnings.SourceClipped;

        var samples = new double[pcm.Length];
        for (var i = 0; i < pcm.Length; i++)
            samples[i] = pcm[i] / AudioLevel.FullScale;
        samples = Resampler.Resample(samples, rate, SampleRate);
        var (start, length) = FindSpeech(samples);
        if (length == 0)
            return new PreparedAudio { Problem = PreparationProblem.Silent, Warnings = warnings };
        if (length < options.ShortestSpeech.TotalSeconds * SampleRate)
            return new PreparedAudio { Problem = PreparationProblem.TooShort, Warnings = warnings };

        var speech = samples.AsSpan(start, length);
        Equalise(speech);
        if (Level(speech, options) is not { } levelled)
            return new PreparedAudio { Problem = PreparationProblem.Silent, Warnings = warnings };
        if (levelled.AtLimit)
            warnings |= PreparationWarnings.SourceTooQuiet;
        Fade(speech);

        return new PreparedAudio
        {
            Pcm = Pad(speech, options),
            ActiveLevel = levelled.Reached,
            LimitedShare = levelled.LimitedShare,
            Warnings = warnings,
        };
    }

    private static bool IsClipped(ReadOnlySpan<short> pcm)
    {
        var clipped = 0;
        foreach (var sample in pcm)
        {
            if (sample is >= ClippedAt or <= -ClippedAt)
                clipped++;
        }

        return clipped > pcm.Length * ClippedShare;
    }

    private static (int Start, int Length) FindSpeech(ReadOnlySpan<double> samples)
    {
        var threshold = AudioLevel.ToAmplitude(TrimLevel);
        threshold *= threshold;
        const int window = SampleRate / 100;
        int first = -1, last = -1;
        for (var at = 0; at < samples.Length; at += window)
        {
            var part = samples[at..Math.Min(samples.Length, at + window)];
            var squares = 0.0;
            foreach (var sample in part)
                squares += sample * sample;
            if (squares <= threshold * part.Length)
                continue;
            if (first < 0)
                first = at;
            last = at + part.Length;
        }

        if (first < 0)
            return (0, 0);
        const int kept = (int)(KeptAroundSpeech * SampleRate);
        var start = Math.Max(0, first - kept);
        return (start, Math.Min(samples.Length, last + kept) - start);
    }

    private static void Equalise(Span<double> speech)
    {
        // Butterworth of order 4 as two sections; a corner at 300 Hz would cost body for nothing.
        Biquad.HighPass(200, 0.5412, SampleRate).Filter(speech);
        Biquad.HighPass(200, 1.3066, SampleRate).Filter(speech);
        Biquad.Peaking(2500, 0.7, 4, SampleRate).Filter(speech);
    }

    private static (double Reached, double LimitedShare, bool AtLimit)? Level(Span<double> speech, PhonePreparationOptions options)
    {
        var before = SpeechLevelMeter.Measure(speech, SampleRate);
        if (before.Activity <= 0)
            return null;
        var wanted = options.TargetLevel - before.ActiveLevel;
        Amplify(speech, Math.Min(wanted, options.MostGain));
        var limited = LookAheadLimiter.Limit(speech, Ceiling, SampleRate);
        var reached = SpeechLevelMeter.Measure(speech, SampleRate).ActiveLevel;

        // The limiter takes a little loudness away with the peaks; it is given back once.
        if (wanted <= options.MostGain && options.TargetLevel - reached > LevelTolerance)
        {
            Amplify(speech, Math.Min(options.TargetLevel - reached, MostMakeUp));
            limited = Math.Max(limited, LookAheadLimiter.Limit(speech, Ceiling, SampleRate));
            reached = SpeechLevelMeter.Measure(speech, SampleRate).ActiveLevel;
        }

        return (reached, limited, wanted > options.MostGain);
    }

    private static void Amplify(Span<double> samples, double decibels)
    {
        var factor = AudioLevel.ToAmplitude(decibels);
        foreach (ref var sample in samples)
            sample *= factor;
    }

    private static void Fade(Span<double> speech)
    {
        const int length = (int)(FadeSeconds * SampleRate);
        for (var i = 0; i < length; i++)
        {
            var weight = 0.5 - 0.5 * Math.Cos(Math.PI * (i + 0.5) / length);
            speech[i] *= weight;
            speech[^(i + 1)] *= weight;
        }
    }

    private static short[] Pad(ReadOnlySpan<double> speech, PhonePreparationOptions options)
    {
        var before = (int)(options.LeadIn.TotalSeconds * SampleRate);
        var after = (int)(options.LeadOut.TotalSeconds * SampleRate);
        var pcm = new short[before + speech.Length + after];
        for (var i = 0; i < speech.Length; i++)
            pcm[before + i] = (short)Math.Clamp(Math.Round(speech[i] * AudioLevel.FullScale), short.MinValue, short.MaxValue);
        return pcm;
    }
}
