using System.Net;
using System.Text;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Sdp;

namespace AlertAutomaton.Media.Tests.Sdp;

public sealed class SdpNegotiatorTests
{
    private static readonly SdpLocalAudio _local = new()
    {
        SessionId = 1,
        Address = IPAddress.Parse("192.0.2.10"),
        Port = 20_000,
        Codecs = [AudioCodec.Pcma, AudioCodec.Pcmu],
        TelephoneEvents = true,
    };

    [Fact]
    public void Our_offer_names_both_codecs_keys_and_20_ms()
    {
        var text = Encoding.ASCII.GetString(SdpNegotiator.CreateOffer(_local, null, null, 1).Write());
        Assert.Equal(
            "v=0\r\no=- 1 1 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\nm=audio 20000 RTP/AVP 8 0 101\r\n"
            + "a=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\na=sendrecv\r\n",
            text);
    }

    [Theory]
    [InlineData("a=sendrecv", AudioDirection.SendReceive)]
    [InlineData("a=sendonly", AudioDirection.ReceiveOnly)]
    [InlineData("a=recvonly", AudioDirection.SendOnly)]
    [InlineData("a=inactive", AudioDirection.Inactive)]
    [InlineData("a=x-nothing", AudioDirection.SendReceive)]
    public void Directions_are_mirrored(string line, AudioDirection ours) =>
        Assert.Equal(ours, Answer($"m=audio 4000 RTP/AVP 8\r\n{line}\r\n").Direction);

    [Fact]
    public void A_direction_of_the_session_counts_for_its_streams() =>
        Assert.Equal(AudioDirection.ReceiveOnly, Answer("a=sendonly\r\nm=audio 4000 RTP/AVP 8\r\n").Direction);

    [Fact]
    public void The_old_way_to_hold_stops_our_sound() =>
        Assert.Equal(AudioDirection.ReceiveOnly, Answer("m=audio 4000 RTP/AVP 8\r\nc=IN IP4 0.0.0.0\r\n").Direction);

    [Fact]
    public void Static_payload_types_need_no_map()
    {
        Assert.Equal(AudioCodec.Pcmu, Answer("m=audio 4000 RTP/AVP 18 0 8\r\n").Codec);
        Assert.Null(Answer("m=audio 4000 RTP/AVP 0\r\n").SentEventType);
    }

    [Fact]
    public void Sound_under_a_number_of_its_own_is_understood()
    {
        var agreed = Answer("m=audio 4000 RTP/AVP 96 97\r\na=rtpmap:96 pcma/8000/1\r\na=rtpmap:97 Telephone-Event/8000\r\n");
        Assert.Equal((AudioCodec.Pcma, (byte)96, (byte?)97), (agreed.Codec, agreed.PayloadType, agreed.SentEventType));
        Assert.Equal((byte)96, agreed.PcmaPayloadType);
    }

    [Fact]
    public void Wide_band_and_stereo_namesakes_are_not_taken() =>
        Refuse("m=audio 4000 RTP/AVP 96 97 9\r\na=rtpmap:96 PCMA/16000\r\na=rtpmap:97 PCMU/8000/2\r\n", "no common codec");

    [Theory]
    [InlineData("a=maxptime:10", 80)]
    [InlineData("a=maxptime:20", 160)]
    [InlineData("a=maxptime:150", 160)]
    [InlineData("a=ptime:60", 160)]
    [InlineData("a=maxptime:0", 160)]
    public void Packets_are_20_ms_unless_the_far_end_takes_no_more_than_10(string line, int samples) =>
        Assert.Equal(samples, Answer($"m=audio 4000 RTP/AVP 8\r\n{line}\r\n").PacketSamples);

    [Theory]
    [InlineData("", "198.51.100.1:4001")]
    [InlineData("a=rtcp:40151\r\n", "198.51.100.1:40151")]
    [InlineData("a=rtcp:40151 IN IP4 198.51.100.2\r\n", "198.51.100.2:40151")]
    public void Reports_go_where_the_far_end_wants_them(string line, string where) =>
        Assert.Equal(IPEndPoint.Parse(where), Answer($"m=audio 4000 RTP/AVP 8\r\n{line}").RemoteControl);

    [Fact]
    public void An_ipv6_far_end_is_understood()
    {
        var agreed = Answer("m=audio 4000 RTP/AVP 8\r\nc=IN IP6 2001:db8::7\r\n");
        Assert.Equal(IPEndPoint.Parse("[2001:db8::7]:4000"), agreed.Remote);
        var text = Encoding.ASCII.GetString(SdpNegotiator.CreateOffer(_local with { Address = IPAddress.Parse("2001:db8::1") }, null, null, 1).Write());
        Assert.Contains("c=IN IP6 2001:db8::1\r\n", text);
    }

    [Theory]
    [InlineData("m=audio 0 RTP/AVP 8\r\n", "every stream was declined")]
    [InlineData("", "every stream was declined")]
    [InlineData("m=video 4000 RTP/AVP 31\r\n", "no sound was offered")]
    [InlineData("m=image 4000 udptl t38\r\nm=audio 0 RTP/AVP 8\r\n", "fax")]
    [InlineData("m=audio 4000 RTP/SAVP 8\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj\r\n", "SRTP")]
    [InlineData("m=audio 4000 RTP/AVP 8\r\nc=IN IP4 phone.example.net\r\n", "no numeric address")]
    public void What_cannot_carry_a_call_is_refused_with_its_reason(string streams, string reason) => Refuse(streams, reason);

    [Fact]
    public void A_later_offer_keeps_the_streams_of_the_answer_before()
    {
        var offer = Parse("m=image 5000 udptl t38\r\nm=audio 4000 RTP/AVP 8 97\r\na=rtpmap:97 telephone-event/8000\r\n");
        Assert.True(SdpNegotiator.TryCreateAnswer(_local, offer, 1, out var agreed, out var answer, out _));
        var refresh = SdpNegotiator.CreateOffer(_local, answer, agreed, 2);
        Assert.Equal(["image:0", "audio:20000"], refresh.Media.Select(media => $"{media.Kind}:{media.Port}"));
        Assert.Equal(["8", "0", "97"], refresh.Media[1].Formats);
    }

    [Fact]
    public void Only_the_codecs_of_the_trunk_are_spoken()
    {
        Assert.True(SdpNegotiator.TryCreateAnswer(_local with { Codecs = [AudioCodec.Pcma] }, Parse("m=audio 4000 RTP/AVP 0 8\r\n"), 1, out var agreed, out _, out _));
        Assert.Equal(AudioCodec.Pcma, agreed.Codec);
    }

    private static NegotiatedAudio Answer(string streams)
    {
        Assert.True(SdpNegotiator.TryCreateAnswer(_local, Parse(streams), 1, out var agreed, out _, out var whyNot), whyNot);
        return agreed;
    }

    private static void Refuse(string streams, string reason)
    {
        Assert.False(SdpNegotiator.TryCreateAnswer(_local, Parse(streams), 1, out _, out _, out var whyNot));
        Assert.Contains(reason, whyNot);
    }

    private static SessionDescription Parse(string streams)
    {
        var text = $"v=0\r\no=- 1 1 IN IP4 198.51.100.1\r\ns=-\r\nc=IN IP4 198.51.100.1\r\nt=0 0\r\n{streams}";
        Assert.True(SessionDescription.TryParse(Encoding.ASCII.GetBytes(text), out var description));
        return description;
    }
}
