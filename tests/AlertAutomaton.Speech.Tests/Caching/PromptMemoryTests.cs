using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Caching;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Speech.Tests.Caching;

public sealed class PromptMemoryTests
{
    [Fact]
    public void The_prompts_used_longest_ago_make_room()
    {
        var memory = new PromptMemory(2 * 8000);
        Keep(memory, "a");
        Keep(memory, "b");
        Assert.NotNull(memory.Find(Key("a")));
        Keep(memory, "c");
        Assert.NotNull(memory.Find(Key("a")));
        Assert.Null(memory.Find(Key("b")));
        Assert.NotNull(memory.Find(Key("c")));
    }

    [Fact]
    public void The_first_prompt_kept_under_a_key_is_the_one_that_all_share()
    {
        var memory = new PromptMemory(80_000);
        var first = Keep(memory, "a");
        Assert.Same(first, Keep(memory, "a"));
    }

    [Fact]
    public void One_prompt_is_kept_even_when_it_is_larger_than_the_bound()
    {
        var memory = new PromptMemory(10);
        Keep(memory, "a");
        Assert.NotNull(memory.Find(Key("a")));
        Keep(memory, "b");
        Assert.Null(memory.Find(Key("a")));
    }

    [Fact]
    public void No_two_lists_of_parts_share_a_key()
    {
        Assert.NotEqual(
            SpeechCacheKey.OfText("ab", "c", "fr", "x", SpeechSpacing.Message), SpeechCacheKey.OfText("a", "bc", "fr", "x", SpeechSpacing.Message));
        Assert.NotEqual(Key("a"), SpeechCacheKey.OfText("e", "v", "fr", "a", SpeechSpacing.Fragment));
    }

    private static SpeechCacheKey Key(string text) => SpeechCacheKey.OfText("e", "v", "fr", text, SpeechSpacing.Message);

    private static PreparedPrompt Keep(PromptMemory memory, string text) => memory.Keep(Key(text), PreparedPrompt.FromPcm(text, new short[8000]));
}
