using System.Net;
using System.Text;
using AlertAutomaton.Sip.Tracing;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Sip.Tests.Tracing;

public sealed class SipTraceTests : IDisposable
{
    private const string Register =
        "REGISTER sip:trunk.example.net SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK12345678901\r\n" +
        "From: <sip:+33162000000@trunk.example.net>;tag=123456789012\r\nCall-ID: 123456789012345\r\n" +
        "Authorization: Digest username=\"u\", response=\"0123456789abcdef\",\r\n  cnonce=\"folded-secret\"\r\n" +
        "proxy-authorization: Digest response=\"hidden-too\"\r\nX-After: kept\r\n\r\nbody";

    private static readonly IPEndPoint Here = new(IPAddress.Loopback, 5060);
    private readonly string _folder = Directory.CreateTempSubdirectory("sip-trace").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Credentials_never_reach_the_trace_and_numbers_lose_their_middle()
    {
        var text = SipTraceRedactor.Redact(Encoding.UTF8.GetBytes(Register), masksNumbers: true);

        Assert.DoesNotContain("0123456789abcdef", text, StringComparison.Ordinal);
        Assert.DoesNotContain("folded-secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-too", text, StringComparison.Ordinal);
        Assert.Contains("Authorization: ***\r\n", text, StringComparison.Ordinal);
        Assert.Contains("<sip:+3316*****00@trunk.example.net>", text, StringComparison.Ordinal);
        Assert.Contains("Call-ID: 123456789012345\r\n", text, StringComparison.Ordinal);
        Assert.Contains("z9hG4bK12345678901", text, StringComparison.Ordinal);
        Assert.EndsWith("X-After: kept\r\n\r\nbody", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_sent_by_info_never_reach_the_trace()
    {
        var text = SipTraceRedactor.Redact(
            "INFO sip:a@b SIP/2.0\r\nContent-Type: application/dtmf-relay\r\nContent-Length: 22\r\n\r\nSignal=5\r\nDuration=160\r\n"u8, masksNumbers: false);
        Assert.EndsWith("Content-Length: 22\r\n\r\n***", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_stay_when_the_operator_wants_them()
    {
        Assert.Contains("+33162000000", SipTraceRedactor.Redact(Encoding.UTF8.GetBytes(Register), masksNumbers: false), StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_make_the_redactor_throw()
    {
        Prop.ForAll<byte[]>(bytes => { SipTraceRedactor.Redact([.. "A: "u8, .. bytes, .. "\r\n"u8, .. bytes], masksNumbers: true); }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Packets_are_written_with_time_and_direction_and_a_full_file_is_renamed()
    {
        var path = Path.Combine(_folder, "sip.log");
        var trace = new SipFileTrace(new SipTraceOptions { Path = path, MaximumBytes = 2_000 }, new ManualTimeProvider(), new RecordingLogger());
        for (var i = 0; i < 10; i++)
        {
            trace.Record(SipTraceDirection.Sent, SipTransportProtocol.Udp, Here, new IPEndPoint(IPAddress.Loopback, 5070), Encoding.UTF8.GetBytes(Register));
        }

        await trace.DisposeAsync();
        var text = File.ReadAllText(path + ".1") + File.ReadAllText(path);
        Assert.InRange(new FileInfo(path + ".1").Length, 2_000, 2_800);
        Assert.Contains("2026-01-15T20:00:00.000000Z Udp 127.0.0.1:5060 -> 127.0.0.1:5070", text, StringComparison.Ordinal);
        Assert.DoesNotContain("folded-secret", text, StringComparison.Ordinal);
        Assert.Equal(0, trace.Lost);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_loses_trace_and_says_so_once()
    {
        var log = new RecordingLogger();
        var options = new SipTraceOptions { Path = Path.Combine(_folder, "missing", "sip.log") };
        var trace = new SipFileTrace(options, new ManualTimeProvider(), log);
        trace.Record(SipTraceDirection.Received, SipTransportProtocol.Tcp, Here, Here, "OPTIONS"u8);
        trace.Record(SipTraceDirection.Received, SipTransportProtocol.Tcp, Here, Here, "OPTIONS"u8);
        await trace.DisposeAsync();

        Assert.Equal(2, trace.Lost);
        Assert.Contains("calls go on without it", Assert.Single(log.Lines), StringComparison.Ordinal);
    }
}
