using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Smpp.Tests.Text;

public sealed class SmsAssemblyTests
{
    private static readonly SmsAssemblyKey Key = new("33600000001", "36180", 7, 3);
    private readonly SmsAssembly _assembly = new(TimeSpan.FromMinutes(5), mostTexts: 4, mostOctets: 100);

    [Fact]
    public void Segments_come_together_in_any_order_and_doubles_count_once()
    {
        Assert.Empty(Add(Key, 3, "c"));
        Assert.Empty(Add(Key, 1, "a"));
        Assert.Empty(Add(Key, 1, "x"));
        var whole = Assert.Single(Add(Key, 2, "b"));
        Assert.Equal(("616263", 0), (whole.Octets.ToString(), whole.Missing));
        Assert.Equal((0, 0), (_assembly.Count, _assembly.Octets));
    }

    [Fact]
    public void What_waits_too_long_is_given_out_with_what_came()
    {
        _ = Add(Key, 1, "a");
        _ = Add(Key, 3, "c");
        Assert.Empty(_assembly.Expire(TimeSpan.FromMinutes(4)));
        var partial = Assert.Single(_assembly.Expire(TimeSpan.FromMinutes(5)));
        Assert.Equal(("6163", 1), (partial.Octets.ToString(), partial.Missing));
        Assert.Empty(_assembly.Expire(TimeSpan.FromMinutes(50)));
    }

    [Fact]
    public void Memory_is_bounded_and_nothing_is_lost()
    {
        int given = 0;
        for (ushort i = 0; i < 1_000; i++)
        {
            given += Add(Key with { Reference = i }, 1, "aaaa").Count;
            Assert.True(_assembly.Count <= 4 && _assembly.Octets <= 100);
        }

        Assert.Equal(1_000, given + _assembly.Expire(TimeSpan.FromDays(1)).Count);
    }

    [Fact]
    public void A_number_outside_the_total_is_ignored()
    {
        Assert.Empty(Add(Key, 0, "a"));
        Assert.Empty(Add(Key, 4, "a"));
        Assert.Equal(0, _assembly.Count);
    }

    private IReadOnlyList<SmsAssemblyResult> Add(SmsAssemblyKey key, int number, string text) =>
        _assembly.Add(key, number, 0, OctetString.CopyOf([.. text.Select(character => (byte)character)]), TimeSpan.Zero);
}
