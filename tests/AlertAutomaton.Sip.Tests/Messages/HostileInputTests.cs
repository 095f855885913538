using System.Diagnostics;
using AlertAutomaton.Sip.Framing;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Sip.Tests.Messages;

public class HostileInputTests
{
    private const int Mutants = 120_000;

    [Fact]
    public void No_bytes_make_the_parser_throw()
    {
        Prop.ForAll<byte[]>(bytes =>
        {
            Exercise(bytes);
            Exercise([.. "INVITE sip:"u8, .. bytes, .. " SIP/2.0\r\nVia: "u8, .. bytes, .. "\r\nFrom: "u8, .. bytes, .. "\r\n\r\n"u8]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_mutant_of_the_corpora_makes_anything_throw_and_whatever_is_accepted_survives_writing_and_reading()
    {
        var seeds = TortureCase.Load("rfc4475").Concat(TortureCase.Load("rfc5118")).Select(item => item.Bytes)
            .Append(System.Text.Encoding.UTF8.GetBytes(SipMessageParserTests.Invite)).ToArray();
        var random = new MutationSource(20260115);
        var accepted = 0;
        var longest = TimeSpan.Zero;
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = random.Mutate(seeds);
            var started = TimeProvider.System.GetTimestamp();
            accepted += Exercise(mutant) ? 1 : 0;
            var taken = TimeProvider.System.GetElapsedTime(started);
            longest = taken > longest ? taken : longest;
        }

        Assert.InRange(accepted, Mutants / 50, Mutants);
        Assert.True(longest < TimeSpan.FromSeconds(1), $"one message took {longest}");
    }

    [Theory]
    [InlineData('"')]
    [InlineData('<')]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\\')]
    [InlineData('%')]
    [InlineData('(')]
    [InlineData(':')]
    public void Long_runs_of_one_character_cost_linear_time(char character)
    {
        var run = new string(character, 30_000);
        var text = $"INVITE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP a{run}\r\nFrom: {run}\r\nContact: {run}<sip:a@b>{run}\r\n\r\n";
        var bytes = System.Text.Encoding.ASCII.GetBytes(text[..Math.Min(text.Length, 65_000)] + "\r\n\r\n");
        var started = TimeProvider.System.GetTimestamp();
        Exercise(bytes);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }

    // Everything the rest of the stack may do with received bytes; true when the message was accepted.
    private static bool Exercise(byte[] bytes)
    {
        var framer = new SipStreamFramer();
        framer.Append(bytes);
        while (framer.Read() is { Kind: SipStreamItemKind.Message } item)
        {
            _ = SipMessageParser.TryParseFramed(item.Message.Span, out _, out _);
        }

        var isValid = SipMessageParser.TryParse(bytes, out var message, out var error);
        var verdict = SipRequestVerdict.Of(message, error, new SipUserAgentCapabilities(), dialogExists: false);
        if (message is null)
        {
            return false;
        }

        if (verdict is SipRequestVerdict.Refuse refuse)
        {
            _ = refuse.CreateResponse((SipRequest)message, "tag").ToString();
        }

        Touch(message);
        if (isValid)
        {
            AssertSurvives(message);
        }

        return isValid;
    }

    private static void Touch(SipMessage message)
    {
        _ = (message.TopVia?.WithSource("192.0.2.1", 5060), message.Vias.Count, message.From?.ToString(), message.To?.Tag);
        _ = (message.Contacts.Count, message.Routes.Count, message.RecordRoutes.Count, message.MaxForwards, message.Expires);
        _ = (message.RAck, message.SessionExpires, message.MinSessionExpires, message.RetryAfter, message.Reasons.Count, message.MediaType);
        _ = (message.CSeq, message.RSeq, message.MinExpires, message.HasWildcardContact);
        foreach (var contact in message.Contacts)
        {
            _ = (contact.Uri.User, contact.Uri.Headers.Count, contact.Uri.GetHashCode(), contact.Uri.Equals(message.From?.Uri), contact.Expires);
        }

        _ = AlertAutomaton.Sip.Authentication.DigestChallenge.ReadAll(message, "WWW-Authenticate");
    }

    private static void AssertSurvives(SipMessage message)
    {
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        SipMessageWriter.Write(message, written);
        Assert.True(SipMessageParser.TryParse(written.WrittenSpan, out var again, out var error), error.ToString());
        Assert.Equal(Fields(message), Fields(again!));
        Assert.True(message.Body.Span.SequenceEqual(again!.Body.Span));
        if (message is SipRequest request)
        {
            Assert.Equal(request.Method, ((SipRequest)again).Method);
            Assert.Equal(request.RequestUri.ToString(), ((SipRequest)again).RequestUri.ToString());
        }
        else
        {
            Assert.Equal(((SipResponse)message).StatusCode, ((SipResponse)again).StatusCode);
            Assert.Equal(((SipResponse)message).ReasonPhrase, ((SipResponse)again).ReasonPhrase);
        }

        Assert.Equal(message.From?.ToString(), again.From?.ToString());
        Assert.Equal(message.Vias.Select(via => via.ToString()), again.Vias.Select(via => via.ToString()));
    }

    private static IEnumerable<SipHeader> Fields(SipMessage message) => message.Headers.Where(header => header.Name != "Content-Length");
}
