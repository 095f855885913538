using System.Net;
using System.Text;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Sdp;

namespace AlertAutomaton.Media.Tests.Sdp;

/// <summary>Every description of the corpus gets the verdict written in its index.</summary>
public sealed class SdpCorpusTests
{
    private static readonly SdpLocalAudio _local = new()
    {
        SessionId = 77,
        Address = IPAddress.Parse("192.0.2.10"),
        Port = 20_000,
        Codecs = [AudioCodec.Pcma, AudioCodec.Pcmu],
        TelephoneEvents = true,
    };

    /// <summary>file, codec of the answer, payload type of keys, far end, packets of 160.</summary>
    public static TheoryData<string, AudioCodec, int, string> Accepted() => new()
    {
        { "twilio_trunk.sdp", AudioCodec.Pcmu, 101, "198.51.100.3:40150" },
        { "cisco_cube_basic.sdp", AudioCodec.Pcmu, 101, "198.51.100.7:18406" },
        { "broadworks_avp_and_savp.sdp", AudioCodec.Pcma, 116, "198.51.100.14:15536" },
        { "french_operator_ack_sdp.sdp", AudioCodec.Pcma, 101, "198.51.100.17:26926" },
        { "huawei_softx_fax.sdp", AudioCodec.Pcma, 101, "192.0.2.1:53190" },
        { "audiocodes_phone_call.sdp", AudioCodec.Pcma, 101, "198.51.100.20:6850" },
        { "sonus_ribbon.sdp", AudioCodec.Pcmu, 101, "127.0.0.1:58002" },
        { "genband_hold.sdp", AudioCodec.Pcmu, 101, "203.0.113.20:29076" },
        { "alcatel_oxe.sdp", AudioCodec.Pcma, 97, "198.51.100.23:32544" },
        { "freeswitch_three_te.sdp", AudioCodec.Pcma, 101, "198.51.100.25:26060" },
        { "asterisk_pjsip.sdp", AudioCodec.Pcmu, 101, "198.51.100.27:18104" },
    };

    [Fact]
    public void Every_file_of_the_corpus_stands_in_the_index_and_in_a_test()
    {
        var indexed = File.ReadLines(Path.Combine(SdpCorpus.Folder, "index.tsv")).Skip(1).Select(line => line.Split('\t')[0]).Order(StringComparer.Ordinal);
        var tested = Accepted().Select(row => row.Data.Item1).Concat(["ovh_cirpack_t38_reinvite.sdp", "no_media_late_offer.sdp"]).Order(StringComparer.Ordinal);
        Assert.Equal(SdpCorpus.Files(), indexed);
        Assert.Equal(SdpCorpus.Files(), tested);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void An_offer_is_answered_with_one_codec_and_keys_of_8_khz(string file, AudioCodec codec, int eventType, string remote)
    {
        var offer = Parse(file);
        Assert.True(SdpNegotiator.TryCreateAnswer(_local, offer, 5, out var agreed, out var answer, out var whyNot), whyNot);

        Assert.Equal(codec, agreed.Codec);
        Assert.Equal((byte)eventType, agreed.SentEventType);
        Assert.Equal((byte)eventType, agreed.ReceivedEventType);
        Assert.Equal(IPEndPoint.Parse(remote), agreed.Remote);
        Assert.Equal(160, agreed.PacketSamples);

        // RFC 3264 §6: as many streams as offered, in the same order, one of them alive.
        Assert.Equal(offer.Media.Select(media => media.Kind), answer.Media.Select(media => media.Kind));
        Assert.Equal(offer.Media.Select(media => media.Protocol), answer.Media.Select(media => media.Protocol));
        var live = Assert.Single(answer.Media, media => media.Port != 0);
        Assert.Equal(20_000, live.Port);
        Assert.Equal("RTP/AVP", live.Protocol);
        Assert.Equal([codec == AudioCodec.Pcma ? "8" : "0", eventType.ToString(System.Globalization.CultureInfo.InvariantCulture)], live.Formats);
        var text = Encoding.ASCII.GetString(answer.Write());
        Assert.Contains("o=- 77 5 IN IP4 192.0.2.10\r\n", text);
        Assert.Contains($"a=rtpmap:{eventType} telephone-event/8000\r\n", text);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void The_same_description_as_an_answer_is_agreed_to(string file, AudioCodec codec, int eventType, string remote)
    {
        Assert.True(SdpNegotiator.TryReadAnswer(_local, Parse(file), SdpNegotiator.OfferedEventType, out var agreed, out var whyNot), whyNot);
        Assert.Equal(codec, agreed.Codec);
        // RFC 3264 §6.1: we send under the number of the answer and receive under that of our offer.
        Assert.Equal((byte)eventType, agreed.SentEventType);
        Assert.Equal((byte)101, agreed.ReceivedEventType);
        Assert.Equal(IPEndPoint.Parse(remote), agreed.Remote);
    }

    [Fact]
    public void Fax_alone_is_refused_as_fax()
    {
        Assert.False(SdpNegotiator.TryCreateAnswer(_local, Parse("ovh_cirpack_t38_reinvite.sdp"), 1, out _, out _, out var whyNot));
        Assert.Equal(SdpNegotiator.Fax, whyNot);
    }

    [Fact]
    public void A_body_without_a_description_is_none()
    {
        Assert.False(SessionDescription.TryParse(SdpCorpus.Read("no_media_late_offer.sdp"), out _));
        Assert.False(SessionDescription.TryParse([], out _));
    }

    [Fact]
    public void The_fax_stream_before_the_sound_is_declined_in_its_place()
    {
        Assert.True(SdpNegotiator.TryCreateAnswer(_local, Parse("huawei_softx_fax.sdp"), 1, out _, out var answer, out _));
        Assert.Equal(["image:0", "audio:20000"], answer.Media.Select(media => $"{media.Kind}:{media.Port}"));
        Assert.Equal("udptl", answer.Media[0].Protocol);
    }

    [Fact]
    public void A_held_call_is_answered_with_recvonly()
    {
        Assert.True(SdpNegotiator.TryCreateAnswer(_local, Parse("genband_hold.sdp"), 1, out var agreed, out var answer, out _));
        Assert.Equal(AudioDirection.ReceiveOnly, agreed.Direction);
        Assert.Contains("a=recvonly\r\n", Encoding.ASCII.GetString(answer.Write()));
    }

    [Theory]
    [InlineData(SrtpPolicy.Off, 0)]
    [InlineData(SrtpPolicy.Preferred, 1)]
    [InlineData(SrtpPolicy.Required, 1)]
    public void The_policy_chooses_between_sound_in_clear_and_encrypted(SrtpPolicy policy, int stream)
    {
        Assert.True(SdpNegotiator.TryChoose(_local with { Srtp = policy }, Parse("broadworks_avp_and_savp.sdp"), out var index, out var whyNot), whyNot);
        Assert.Equal(stream, index);
    }

    [Fact]
    public void Required_encryption_refuses_sound_in_clear()
    {
        Assert.False(SdpNegotiator.TryCreateAnswer(_local with { Srtp = SrtpPolicy.Required }, Parse("sonus_ribbon.sdp"), 1, out _, out _, out var whyNot));
        Assert.Contains("requires SRTP", whyNot);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_was_read_is_written_and_read_again_unchanged(string file, AudioCodec codec, int eventType, string remote)
    {
        _ = (codec, eventType, remote);
        var once = Parse(file).Write();
        Assert.True(SessionDescription.TryParse(once, out var again));
        Assert.Equal(once, again.Write());
    }

    private static SessionDescription Parse(string file)
    {
        Assert.True(SessionDescription.TryParse(SdpCorpus.Read(file), out var description), file);
        return description;
    }
}
