using AlertAutomaton.Smpp.Client;

namespace AlertAutomaton.Smpp.Tests.Client;

public sealed class RepeatMemoryTests
{
    private static readonly Task<bool> Stored = Task.FromResult(true);
    private readonly RepeatMemory _memory = new(TimeSpan.FromMinutes(10), most: 100);

    [Fact]
    public void The_same_under_one_key_is_a_repetition_for_some_time()
    {
        _memory.Remember("a", "1", Stored, TimeSpan.Zero);
        Assert.True(_memory.TryFind("a", "1", TimeSpan.FromMinutes(10), out _));
        Assert.False(_memory.TryFind("a", "2", TimeSpan.FromMinutes(1), out _));
        Assert.False(_memory.TryFind("b", "1", TimeSpan.FromMinutes(1), out _));
        Assert.False(_memory.TryFind("a", "1", TimeSpan.FromMinutes(11), out _));
        Assert.Equal(0, _memory.Count);
    }

    [Fact]
    public void What_could_not_be_stored_is_new_again()
    {
        _memory.Remember("a", "1", Task.FromResult(false), TimeSpan.Zero);
        Assert.False(_memory.TryFind("a", "1", TimeSpan.Zero, out _));
    }

    [Fact]
    public void Memory_is_bounded()
    {
        for (int i = 0; i < 10_000; i++)
        {
            string key = i % 7 == 0 ? "often" : $"{i}";
            if (!_memory.TryFind(key, "1", TimeSpan.FromMilliseconds(i), out _))
            {
                _memory.Remember(key, "1", Stored, TimeSpan.FromMilliseconds(i));
            }

            Assert.True(_memory.Count <= 100);
        }
    }
}
