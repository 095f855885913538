using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Processes;
using AlertAutomaton.Speech.Synthesis;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Speech.Tests.Processes;

public sealed class SpeechProgramTests : IDisposable
{
    private static readonly short[] _speech = ToneGenerator.Sine(600, TimeSpan.FromSeconds(1), -20, 16000);
    private readonly TemporaryFolder _folder = new();

    public SpeechProgramTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs that stand in for synthesisers are shell scripts.");
        File.WriteAllBytes(_folder.File("speech.wav"), WavFile.ToBytes(_speech, 16000));
    }

    [Fact]
    public async Task Espeak_gets_the_text_on_its_input_and_voice_and_rate_as_arguments()
    {
        var path = ProgramScript.Write(_folder, "espeak", $"echo \"$@\" > {_folder.File("arguments")}; cat > {_folder.File("text")}; cat {_folder.File("speech.wav")}");
        var result = await EspeakAsync(path, "$(touch /tmp/x); `id` -v été \"x\" 'y'", TimeProvider.System);
        Assert.Equal(_speech, result.Audio!.Samples);
        Assert.Equal("--stdin --stdout -b 1 -v fr -s 145", File.ReadAllText(_folder.File("arguments")).Trim());
        Assert.Equal("$(touch /tmp/x); `id` -v été \"x\" 'y'", File.ReadAllText(_folder.File("text")));
    }

    [Fact]
    public async Task Pico_gets_the_text_as_one_argument_that_is_no_option_and_leaves_no_file()
    {
        var path = ProgramScript.Write(
            _folder, "pico2wave", $"for a in \"$@\"; do echo \"[$a]\"; done > {_folder.File("arguments")}; cp {_folder.File("speech.wav")} \"$4\"; echo \"$4\" > {_folder.File("file")}");
        using var pico = new PicoSynthesizer(new PicoOptions { Path = path }, TimeProvider.System);
        var result = await pico.SynthesizeAsync("--help $(id)", "fr", default);
        Assert.Equal(_speech, result.Audio!.Samples);
        var arguments = File.ReadAllLines(_folder.File("arguments"));
        Assert.Equal(["[-l]", "[fr-FR]", "[-w]"], arguments[..3]);
        Assert.Equal(["[--]", "[--help $(id)]"], arguments[4..]);
        Assert.False(Path.Exists(Path.GetDirectoryName(File.ReadAllText(_folder.File("file")).Trim())));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_not_installed()
    {
        Assert.Equal(SpeechFaultKind.NotInstalled, (await EspeakAsync(_folder.File("absent"), "x", TimeProvider.System)).Fault!.Kind);
        using var pico = new PicoSynthesizer(new PicoOptions { Path = _folder.File("absent") }, TimeProvider.System);
        var found = await pico.CheckAsync("fr", default);
        Assert.Equal(SpeechFaultKind.NotInstalled, found.Fault!.Kind);
    }

    [Fact]
    public async Task A_program_that_fails_is_told_with_its_own_words()
    {
        var path = ProgramScript.Write(_folder, "espeak", "cat > /dev/null; echo 'no such voice' >&2; exit 3");
        var fault = (await EspeakAsync(path, "x", TimeProvider.System)).Fault!;
        Assert.Equal(SpeechFaultKind.ProgramFailed, fault.Kind);
        Assert.Equal("(3) no such voice", fault.Detail);
    }

    [Theory]
    [InlineData("exit 0", SpeechFaultKind.BadAudio)]
    [InlineData("echo hello", SpeechFaultKind.BadAudio)]
    public async Task A_program_that_says_nothing_is_not_believed(string body, SpeechFaultKind kind)
        => Assert.Equal(kind, (await EspeakAsync(ProgramScript.Write(_folder, "espeak", body), new string('x', 200_000), TimeProvider.System)).Fault!.Kind);

    [Fact]
    public async Task A_program_that_hangs_is_stopped_with_its_children()
    {
        var path = ProgramScript.Write(_folder, "espeak", $"sleep 600 & echo $! > {_folder.File("child.tmp")}; mv {_folder.File("child.tmp")} {_folder.File("child")}; wait");
        var time = new ManualTimeProvider();
        using var watcher = new FileSystemWatcher(_folder.Path, "child") { EnableRaisingEvents = true };
        var started = new TaskCompletionSource();
        watcher.Created += (_, _) => started.TrySetResult();
        watcher.Renamed += (_, _) => started.TrySetResult();
        var speaking = EspeakAsync(path, "x", time);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(SpeechFaultKind.TimedOut, (await speaking.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System)).Fault!.Kind);
        var child = int.Parse(File.ReadAllText(_folder.File("child")));
        await GoneAsync(child).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    [Fact]
    public async Task Cancelling_stops_the_program()
    {
        var path = ProgramScript.Write(_folder, "espeak", "exec sleep 600");
        using var cancel = new CancellationTokenSource();
        using var espeak = new EspeakSynthesizer(new EspeakOptions { Path = path }, TimeProvider.System);
        var speaking = espeak.SynthesizeAsync("x", "fr", cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => speaking.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System));
    }

    [Fact]
    public async Task A_language_that_is_no_language_starts_nothing()
    {
        var path = ProgramScript.Write(_folder, "espeak", $"touch {_folder.File("started")}");
        using var espeak = new EspeakSynthesizer(new EspeakOptions { Path = path }, TimeProvider.System);
        Assert.Equal(SpeechFaultKind.LanguageNotSpoken, (await espeak.SynthesizeAsync("x", "-w/etc/passwd", default)).Fault!.Kind);
        Assert.False(File.Exists(_folder.File("started")));
    }

    public void Dispose() => _folder.Dispose();

    // The signal has been sent; the system needs a moment to act on it.
    private static async Task GoneAsync(int process)
    {
        while (!IsGone(process))
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
    }

    private static bool IsGone(int process)
    {
        // A killed child whose parent died is reaped by the system; until then it is a zombie.
        var status = $"/proc/{process}/stat";
        try
        {
            return !File.Exists(status) || File.ReadAllText(status).Split(')')[1].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static async Task<SynthesisResult> EspeakAsync(string path, string text, TimeProvider time)
    {
        using var espeak = new EspeakSynthesizer(new EspeakOptions { Path = path }, time);
        return await espeak.SynthesizeAsync(text, "fr", default).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }
}
