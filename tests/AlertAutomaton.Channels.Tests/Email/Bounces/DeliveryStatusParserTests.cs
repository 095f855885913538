using System.Text;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Email.Bounces;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Channels.Tests.Email.Bounces;

public sealed class DeliveryStatusParserTests
{
    private const string Domain = "mairie.example.org";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpora", "Bounces");

    /// <summary>What each mail of the corpus means; no outcome where nothing follows from it.</summary>
    private static readonly Dictionary<string, (bool Ours, string Action, AttemptOutcome? Outcome)> Expected = new(StringComparer.Ordinal)
    {
        ["answer-of-a-person"] = (true, "None", null),
        ["cut-short-without-end"] = (true, "Failed", AttemptOutcome.InvalidNumber),
        ["delay-in-words"] = (true, "None", null),
        ["domino-base64-status"] = (true, "Failed", AttemptOutcome.InvalidNumber),
        ["exchange-policy"] = (true, "Failed", AttemptOutcome.Rejected),
        ["exim-mailbox-full"] = (true, "Failed", AttemptOutcome.Expired),
        ["exim-words-only"] = (true, "Failed", AttemptOutcome.InvalidNumber),
        ["gmail-unknown-user"] = (true, "Failed", AttemptOutcome.InvalidNumber),
        ["holiday-notice"] = (true, "None", null),
        ["opensmtpd-failed"] = (true, "Failed", AttemptOutcome.InvalidNumber),
        ["other-senders-mail"] = (false, "Failed", AttemptOutcome.InvalidNumber),
        ["postfix-delayed"] = (true, "Delayed", null),
        ["postfix-expired"] = (true, "Failed", AttemptOutcome.Expired),
        ["postfix-unknown-user"] = (true, "Failed", AttemptOutcome.InvalidNumber),
        ["qmail-unknown-user"] = (true, "Failed", AttemptOutcome.InvalidNumber),
        ["read-receipt"] = (true, "None", null),
        ["sendmail-delivered"] = (true, "Delivered", AttemptOutcome.Delivered),
        ["sendmail-relayed"] = (true, "Relayed", null),
        ["several-recipients-gravest-wins"] = (true, "Failed", AttemptOutcome.Expired),
        ["smtputf8-report"] = (true, "Failed", AttemptOutcome.Rejected),
    };

    public static TheoryData<string> Corpus() => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_mail_of_the_corpus_has_its_expected_meaning()
    {
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), Corpus().Select(row => row.Data));
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_returned_mail_is_understood(string name)
    {
        DeliveryStatus status = DeliveryStatusParser.Parse(Bytes(name), Domain);
        Assert.Equal(Expected[name], (status.Attempt is not null, status.Action.ToString(), status.Report?.Outcome));
        Assert.True(status.Attempt is null || status.Attempt == MailOrders.Attempt);
        Assert.DoesNotContain("resident", status.Report?.Detail ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Line_ends_of_another_system_change_nothing(string name)
    {
        byte[] other = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Bytes(name)).Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Equal(DeliveryStatusParser.Parse(Bytes(name), Domain), DeliveryStatusParser.Parse(other, Domain));
    }

    [Fact]
    public void No_bytes_make_the_parser_throw()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => DeliveryStatusParser.Parse(bytes, Domain).Attempt is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_mutation_of_a_real_bounce_makes_the_parser_throw_or_name_another_attempt()
    {
        byte[][] corpus = [.. Corpus().Select(row => Bytes(row.Data))];
        Prop.ForAll(ArbMap.Default.ArbFor<(int Which, int Seed)>(), choice =>
        {
            byte[] mutant = Mutate(corpus[(choice.Which & int.MaxValue) % corpus.Length], choice.Seed);
            DeliveryStatus status = DeliveryStatusParser.Parse(mutant, Domain);
            return status.Report is null || status.Report.Detail.Length < 40;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(100)]
    public void Mails_nested_without_end_are_cut_off(int depth)
    {
        var mail = new StringBuilder();
        for (int level = 0; level < depth; level++)
        {
            mail.Append("Content-Type: multipart/mixed; boundary=b").Append(level).Append("\r\n\r\n--b").Append(level).Append("\r\n");
        }

        Assert.InRange(MimeReader.Read(Encoding.ASCII.GetBytes(mail.ToString())).Count, 1, 200);
        string attached = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", depth));
        Assert.InRange(MimeReader.Read(Encoding.ASCII.GetBytes(attached)).Count, 1, 200);
    }

    [Fact]
    public void Parts_without_number_are_cut_off()
    {
        string mail = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 10_000));
        Assert.Equal(200, MimeReader.Read(Encoding.ASCII.GetBytes(mail)).Count);
    }

    [Fact]
    public void What_lies_beyond_a_mebibyte_is_not_looked_at()
    {
        byte[] bounce = Bytes("postfix-unknown-user");
        byte[] padded = [.. Encoding.ASCII.GetBytes("X-Padding: "), .. Enumerable.Repeat((byte)'x', MimeReader.LargestMail), .. "\r\n"u8, .. bounce];
        Assert.Null(DeliveryStatusParser.Parse(padded, Domain).Attempt);
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".eml"));

    private static byte[] Mutate(byte[] mail, int seed)
    {
        uint state = unchecked((uint)seed) | 1;
        int Next(int below)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)(state >> 8) % below;
        }

        byte[] mutant = [.. mail];
        for (int change = 0; change < 1 + Next(20); change++)
        {
            mutant[Next(mutant.Length)] = (byte)Next(256);
        }

        int from = Next(mutant.Length);
        return Next(2) == 0 ? mutant[..from] : [.. mutant[from..], .. mutant[..from]];
    }
}
