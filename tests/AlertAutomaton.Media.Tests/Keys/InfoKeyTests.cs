using System.Text;
using AlertAutomaton.Media.Keys;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Media.Tests.Keys;

public sealed class InfoKeyTests
{
    [Theory]
    [InlineData("application/dtmf-relay", "Signal=1\r\nDuration=160\r\n", '1', 160)]
    [InlineData("application/dtmf-relay", "signal= 5 \nduration= 250", '5', 250)]
    [InlineData("Application/DTMF-Relay; charset=utf-8", "Signal=*\r\n", '*', 160)]
    [InlineData("application/dtmf-relay", "Duration=100\r\nSignal=#\r\n", '#', 100)]
    [InlineData("application/dtmf-relay", "Signal=11\r\nDuration=0", '#', 160)]
    [InlineData("application/dtmf-relay", "Signal=10", '*', 160)]
    [InlineData("application/dtmf-relay", "Signal=d", 'D', 160)]
    [InlineData("application/dtmf", "9", '9', 160)]
    [InlineData("application/dtmf", " 0\r\n", '0', 160)]
    [InlineData("application/dtmf", "Signal=3\r\nDuration=90", '3', 90)]
    public void Bodies_are_read_as_phones_write_them(string type, string body, char key, int milliseconds)
    {
        Assert.True(InfoKey.TryParse(type, Encoding.ASCII.GetBytes(body), out var told));
        Assert.Equal((key, milliseconds), (told.Key, (int)told.Duration.TotalMilliseconds));
    }

    [Theory]
    [InlineData("application/dtmf-relay", "Signal=!\r\n")]
    [InlineData("application/dtmf-relay", "Signal=12\r\n")]
    [InlineData("application/dtmf-relay", "Signal=\r\n")]
    [InlineData("application/dtmf-relay", "Duration=160\r\n")]
    [InlineData("application/dtmf-relay", "")]
    [InlineData("application/dtmf", "16")]
    [InlineData("text/plain", "Signal=1")]
    [InlineData(null, "Signal=1")]
    public void What_holds_no_key_is_refused(string? type, string body) => Assert.False(InfoKey.TryParse(type, Encoding.ASCII.GetBytes(body), out _));

    [Fact]
    public void A_body_that_is_too_long_is_refused() =>
        Assert.False(InfoKey.TryParse("application/dtmf-relay", Encoding.ASCII.GetBytes("Signal=1\r\n" + new string('x', 300)), out _));

    [Fact]
    public void What_is_written_is_read_and_any_bytes_are_safe()
    {
        foreach (var key in "0123456789*#ABCD")
        {
            var written = new InfoKey(key, TimeSpan.FromMilliseconds(120));
            Assert.True(InfoKey.TryParse("application/dtmf-relay", written.ToRelayBody(), out var again));
            Assert.Equal(written, again);
        }

        Prop.ForAll<byte[]>(bytes =>
        {
            _ = InfoKey.TryParse("application/dtmf-relay", bytes, out _);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
