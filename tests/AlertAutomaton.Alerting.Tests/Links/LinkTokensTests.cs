using System.Security.Cryptography;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Links;

namespace AlertAutomaton.Alerting.Tests.Links;

public sealed class LinkTokensTests
{
    [Fact]
    public void A_token_is_ninety_six_bits_of_the_source_in_base64url()
    {
        using var source = new ScriptedRandomness([0x00, 0x10, 0x83, 0x10, 0x51, 0x87, 0x20, 0x92, 0x8B, 0xFB, 0xFF, 0xFF]);
        Assert.Equal("ABCDEFGHIJKL-___", new LinkTokens(source).New());
    }

    [Fact]
    public void A_token_that_ends_in_a_hyphen_is_drawn_again_because_phones_cut_it_off()
    {
        byte[] hyphenAtTheEnd = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x3E];
        using var source = new ScriptedRandomness(hyphenAtTheEnd, new byte[12]);
        Assert.Equal("AAAAAAAAAAAAAAAA", new LinkTokens(source).New());
        using var stuck = new ScriptedRandomness(hyphenAtTheEnd);
        Assert.Throws<CryptographicException>(() => new LinkTokens(stuck).New());
    }

    [Fact]
    public void Ten_thousand_tokens_are_well_formed_and_differ()
    {
        var tokens = new LinkTokens(RandomNumberGenerator.Create());
        string[] made = [.. Enumerable.Range(0, 10_000).Select(_ => tokens.New())];
        Assert.Equal(made.Length, made.Distinct(StringComparer.Ordinal).Count());
        Assert.All(made, token => Assert.True(LinkTokens.IsWellFormed(token)));
        Assert.DoesNotContain(made, token => token[^1] == '-');
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAA/")]
    [InlineData("AAAAAAAAAAAAAAAé")]
    public void Other_texts_are_no_tokens(string text) => Assert.False(LinkTokens.IsWellFormed(text));

    [Theory]
    [InlineData("https://alerte.example.org")]
    [InlineData("https://alerte.example.org/")]
    public void The_address_has_one_slash_before_its_path(string baseUrl) =>
        Assert.Equal("https://alerte.example.org/a/AAAAAAAAAAAAAAAA", LinkAddress.Of(baseUrl, "AAAAAAAAAAAAAAAA"));

    [Fact]
    public void What_is_stored_does_not_tell_the_token() =>
        Assert.DoesNotContain("AAAAAAAAAAAAAAAA", AttemptReference.Link("AAAAAAAAAAAAAAAA"), StringComparison.Ordinal);

    /// <summary>Gives what the script says; its last draw again and again.</summary>
    private sealed class ScriptedRandomness(params byte[][] draws) : RandomNumberGenerator
    {
        private int _next;

        public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

        public override void GetBytes(Span<byte> data) => draws[Math.Min(_next++, draws.Length - 1)].CopyTo(data);
    }
}
