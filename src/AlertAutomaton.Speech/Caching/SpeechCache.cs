using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Rendering;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Speech.Caching;

/// <summary>Speech that was rendered once: in memory for the calls, on disk for the next start.</summary>
/// <remarks>A disk that is full or read-only costs the next start a synthesis, never the alert at hand.</remarks>
internal sealed class SpeechCache(string directory, long mostSamplesInMemory, ILogger logger)
{
    private readonly PromptMemory _memory = new(mostSamplesInMemory);

    public async Task<PreparedPrompt?> FindAsync(SpeechCacheKey key, CancellationToken cancellation)
    {
        if (_memory.Find(key) is { } known)
            return known;
        byte[] file;
        try
        {
            file = await File.ReadAllBytesAsync(PathOf(key), cancellation);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            SpeechLog.CacheDamaged(logger, key.Hex);
            return null;
        }

        if (PreparedPrompt.TryFromWav(key.Hex, file, out var prompt, out _))
            return _memory.Keep(key, prompt!);
        SpeechLog.CacheDamaged(logger, key.Hex);
        return null;
    }

    /// <summary>Keeps a prompt that has a file of its own in memory alone.</summary>
    public PreparedPrompt Share(SpeechCacheKey key, PreparedPrompt prompt) => _memory.Keep(key, prompt);

    public async Task<PreparedPrompt> KeepAsync(SpeechCacheKey key, short[] pcm, CancellationToken cancellation)
    {
        var prompt = _memory.Keep(key, PreparedPrompt.FromPcm(key.Hex, pcm));
        var path = PathOf(key);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await AtomicFile.WriteAsync(path, WavFile.ToBytes(pcm, PreparedPrompt.SampleRate), cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            SpeechLog.CacheNotWritten(logger, key.Hex, e.Message);
        }

        return prompt;
    }

    private string PathOf(SpeechCacheKey key) => Path.Combine(directory, key.Hex[..2], key.Hex + ".wav");
}
