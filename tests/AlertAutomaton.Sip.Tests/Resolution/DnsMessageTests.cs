using System.Buffers;
using System.Net;
using AlertAutomaton.Sip.Resolution.Dns;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Sip.Tests.Resolution;

public class DnsMessageTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly DnsMessage Full = new()
    {
        Id = 0xBEEF,
        IsResponse = true,
        Question = new DnsQuestion("_sip._udp.example.net", DnsRecordType.Service),
        Answers =
        [
            new DnsRecord.Service("_sip._udp.example.net", Hour, 10, 60, 5060, "a.example.net"),
            new DnsRecord.Alias("b.example.net", Hour, "c.example.net"),
            new DnsRecord.Pointer("example.net", Hour, 100, 50, "s", "SIP+D2U", string.Empty, "_sip._udp.example.net"),
        ],
        Authorities = [new DnsRecord.Authority("example.net", Hour, TimeSpan.FromSeconds(60))],
        Additional =
        [
            new DnsRecord.Address("a.example.net", Hour, IPAddress.Parse("192.0.2.1")),
            new DnsRecord.Address("a.example.net", Hour, IPAddress.Parse("2001:db8::1")),
        ],
    };

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        Assert.True(DnsMessage.TryParse(Write(Full), out var read));
        Assert.Equal(Full.Question, read!.Question);
        Assert.Equal(Full.Answers, read.Answers);
        Assert.Equal(Full.Authorities, read.Authorities);
        Assert.Equal(Full.Additional, read.Additional);
        Assert.Equal((Full.Id, Full.IsResponse, Full.ResponseCode), (read.Id, read.IsResponse, read.ResponseCode));
    }

    // A response as BIND sends it: compressed names, mixed case, an EDNS record that does not concern us.
    [Fact]
    public void Compressed_names_are_followed_and_foreign_records_skipped()
    {
        byte[] bytes =
        [
            0x12, 0x34, 0x81, 0x80, 0, 1, 0, 2, 0, 0, 0, 1,
            3, (byte)'W', (byte)'w', (byte)'w', 2, (byte)'E', (byte)'x', 0, 0, 1, 0, 1,
            0xC0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 4, 1, (byte)'a', 0xC0, 16,
            0xC0, 36, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7,
            0, 0, 41, 16, 0, 0, 0, 0, 0, 0, 0,
        ];
        Assert.True(DnsMessage.TryParse(bytes, out var message));
        Assert.Equal("www.ex", message!.Question.Name);
        Assert.Equal(new DnsRecord.Alias("www.ex", TimeSpan.FromMinutes(1), "a.ex"), message.Answers[0]);
        Assert.Equal(IPAddress.Parse("192.0.2.7"), ((DnsRecord.Address)message.Answers[1]).Value);
        Assert.Empty(message.Additional);
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 12 })]
    [InlineData(new byte[] { 1, (byte)'a', 0xC0, 12 })]
    [InlineData(new byte[] { 0xC0, 14, 0xC0, 12 })]
    [InlineData(new byte[] { 0xC0, 200 })]
    [InlineData(new byte[] { 64 })]
    [InlineData(new byte[] { 3, (byte)'a' })]
    [InlineData(new byte[] { 1, (byte)'.', 0 })]
    public void Names_that_loop_lead_forward_or_end_early_are_refused(byte[] name)
    {
        byte[] message = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. name, 0, 1, 0, 1];
        Assert.False(DnsMessage.TryParse(message, out _));
    }

    [Fact]
    public void A_chain_of_pointers_cannot_grow_a_name_without_end()
    {
        var label = new byte[64];
        label[0] = 63;
        Array.Fill(label, (byte)'a', 1, 63);
        var position = 0;
        byte[] tooLong = [.. label, .. label, .. label, .. label, 0];
        Assert.False(DnsName.TryRead(tooLong, ref position, out _));
        byte[] longest = [.. label, .. label, .. label, 0];
        Assert.True(DnsName.TryRead(longest, ref position, out var name));
        Assert.Equal(191, name.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.example.net")]
    [InlineData("_sip._udp.example.net")]
    public void Names_are_written_as_they_are_read(string name)
    {
        var output = new ArrayBufferWriter<byte>();
        var position = 0;
        Assert.True(DnsName.TryWrite(name, output));
        Assert.True(DnsName.TryRead(output.WrittenSpan, ref position, out var read));
        Assert.Equal((name, output.WrittenCount), (read, position));
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("a b")]
    [InlineData("h\u00e9")]
    public void What_is_no_name_is_not_written(string name)
    {
        Assert.False(DnsName.TryWrite(name, new ArrayBufferWriter<byte>()));
    }

    [Fact]
    public void No_bytes_and_no_mutant_make_the_parser_throw_and_what_it_reads_it_can_write()
    {
        Prop.ForAll<byte[]>(bytes => { Exercise(bytes); }).QuickCheckThrowOnFailure();
        var random = new Messages.MutationSource(7);
        byte[][] seeds = [Write(Full), Write(new DnsMessage { Question = new DnsQuestion("a.b", DnsRecordType.Address4) })];
        var read = 0;
        for (var i = 0; i < 100_000; i++)
        {
            read += Exercise(random.Mutate(seeds)) ? 1 : 0;
        }

        Assert.InRange(read, 1_000, 100_000);
    }

    internal static byte[] Write(DnsMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        message.WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    private static bool Exercise(byte[] bytes)
    {
        if (!DnsMessage.TryParse(bytes, out var message))
        {
            return false;
        }

        _ = DnsAnswerReading.Read(message!);
        Assert.True(DnsMessage.TryParse(Write(message!), out var again));
        Assert.Equal(message!.Answers, again!.Answers);
        return true;
    }
}
