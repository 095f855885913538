using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Speech.Caching;

/// <summary>The prompts used last, up to a bound on their samples; every call that plays a message shares one object.</summary>
internal sealed class PromptMemory(long mostSamples)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SpeechCacheKey, LinkedListNode<(SpeechCacheKey Key, PreparedPrompt Prompt)>> _byKey = [];
    private readonly LinkedList<(SpeechCacheKey Key, PreparedPrompt Prompt)> _byUse = new();
    private long _samples;

    public PreparedPrompt? Find(SpeechCacheKey key)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Prompt;
        }
    }

    /// <summary>Keeps a prompt and returns the one to use: the first that was kept under this key.</summary>
    public PreparedPrompt Keep(SpeechCacheKey key, PreparedPrompt prompt)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var known))
                return known.Value.Prompt;
            _byKey.Add(key, _byUse.AddFirst((key, prompt)));
            _samples += prompt.Pcm.Length;
            while (_samples > mostSamples && _byUse.Last is { } oldest && oldest != _byUse.First)
            {
                _byUse.RemoveLast();
                _byKey.Remove(oldest.Value.Key);
                _samples -= oldest.Value.Prompt.Pcm.Length;
            }

            return prompt;
        }
    }
}
