using System.Text;
using AlertAutomaton.Media.Sdp;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Media.Tests.Sdp;

public sealed class SessionDescriptionTests
{
    private const string Minimal = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n";

    [Theory]
    [InlineData("v=0\no=- 1 1 IN IP4 192.0.2.1\nc=IN IP4 192.0.2.1  \nm=audio 4000 RTP/AVP 8 \n")]
    [InlineData("v=0 \r\no=- 1 1 IN IP4 192.0.2.1\r\n\r\nm=audio 4000/2 RTP/AVP 8\r\n\0")]
    [InlineData("v=0\r\no=a 99999999999999999999999 2 IN IP4 x\r\ns= \r\nm=audio 4000 RTP/AVP  8")]
    public void Descriptions_are_read_as_gateways_write_them(string text)
    {
        Assert.True(SessionDescription.TryParse(Encoding.ASCII.GetBytes(text), out var description));
        var media = Assert.Single(description.Media);
        Assert.Equal((4000, "8"), (media.Port, Assert.Single(media.Formats)));
        Assert.Equal("-", description.Name);
    }

    [Theory]
    [InlineData("o=- 1 1 IN IP4 192.0.2.1\r\n")]
    [InlineData("v=1\r\no=- 1 1 IN IP4 192.0.2.1\r\n")]
    [InlineData("v=0\r\ns=-\r\n")]
    [InlineData("v=0\r\no=-\r\n")]
    [InlineData(Minimal + "m=audio 70000 RTP/AVP 8\r\n")]
    [InlineData(Minimal + "m=audio -1 RTP/AVP 8\r\n")]
    [InlineData(Minimal + "m=audio\r\n")]
    [InlineData(Minimal + "c=IN\r\n")]
    [InlineData(Minimal + "nonsense\r\n")]
    [InlineData(Minimal + "v=0\r\n")]
    public void What_is_no_description_is_refused(string text) => Assert.False(SessionDescription.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Sizes_are_bounded()
    {
        Assert.False(SessionDescription.TryParse(Encoding.ASCII.GetBytes(Minimal + new string(' ', 40_000)), out _));
        Assert.False(SessionDescription.TryParse(Encoding.ASCII.GetBytes(Minimal + string.Concat(Enumerable.Repeat("a=x\r\n", 600))), out _));
        Assert.False(SessionDescription.TryParse(Encoding.ASCII.GetBytes(Minimal + string.Concat(Enumerable.Repeat("m=audio 1 RTP/AVP 8\r\n", 17))), out _));
        Assert.False(SessionDescription.TryParse(Encoding.ASCII.GetBytes($"{Minimal}m=audio 1 RTP/AVP {string.Join(' ', Enumerable.Range(0, 100))}\r\n"), out _));
    }

    [Fact]
    public void Unknown_lines_attributes_and_bytes_survive()
    {
        byte[] text = [.. Encoding.ASCII.GetBytes(Minimal.Replace("t=0 0", "b=CT:64\r\nt=0 0", StringComparison.Ordinal) + "a=x-caf"), 0xE9, 0x0D, 0x0A];
        Assert.True(SessionDescription.TryParse(text, out var description));
        Assert.Equal(text, description.Write());
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_without_a_crash_and_what_is_read_is_stable()
    {
        var seeds = SdpCorpus.Files().Select(SdpCorpus.Read).Where(seed => seed.Length > 2).ToArray();
        var cases =
            from seed in Gen.Elements(seeds)
            from edits in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1))
            select Mutate(seed, edits);
        Prop.ForAll(Arb.From(cases), bytes =>
        {
            if (!SessionDescription.TryParse(bytes, out var description))
                return true;
            var written = description.Write();
            return SessionDescription.TryParse(written, out var again) && again.Write().AsSpan().SequenceEqual(written);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Prop.ForAll<byte[]>(bytes =>
        {
            _ = SessionDescription.TryParse(bytes, out _);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static byte[] Mutate(byte[] seed, int[] edits)
    {
        var bytes = seed.ToList();
        foreach (var edit in edits)
        {
            var place = edit / 1024 % bytes.Count;
            switch (edit % 4)
            {
                case 0 when bytes.Count > 1:
                    bytes.RemoveAt(place);
                    break;
                case 1:
                    bytes.Insert(place, (byte)(edit / 4 % 256));
                    break;
                case 2:
                    bytes.InsertRange(place, bytes.Take(edit / 4 % 64).ToArray());
                    break;
                default:
                    bytes[place] = (byte)(edit / 4 % 256);
                    break;
            }
        }

        return [.. bytes];
    }
}
