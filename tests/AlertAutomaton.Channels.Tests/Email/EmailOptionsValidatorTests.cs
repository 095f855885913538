using AlertAutomaton.Channels.Email;
using static AlertAutomaton.Channels.Tests.Email.MailOrders;

namespace AlertAutomaton.Channels.Tests.Email;

public sealed class EmailOptionsValidatorTests
{
    [Fact]
    public void What_is_right_has_no_faults()
    {
        Assert.Empty(EmailOptionsValidator.Validate(Options with { ReplyTo = "accueil@example.org", MessageIdDomain = "id.example.org" }));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        IReadOnlyList<string> faults = EmailOptionsValidator.Validate(Options with
        {
            From = "nobody",
            FromName = "a\r\nb",
            LinkBase = new Uri("ftp://example.org"),
            MessageIdDomain = "a b",
            Relays =
            [
                Relay with { Host = "mail.example.org", Port = 465, User = "mairie", Password = "", Security = MailRelaySecurity.None, Connections = 0, MailsPerSecond = double.NaN, TimeOut = TimeSpan.Zero },
                Relay with { Name = "MAIL", Host = "", KeepOpen = TimeSpan.FromHours(1) },
            ],
        });
        string[] expected =
        [
            "From", "FromName", "LinkBase", "MessageIdDomain", "Relays", "Relays:0:Port", "Relays:0:Password", "Relays:0:Security", "Relays:0:Connections",
            "Relays:0:MailsPerSecond", "Relays:0:TimeOut", "Relays:1:Host", "Relays:1:KeepOpen",
        ];
        Assert.Equal(expected, faults.Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_password_stays_out_of_the_text_of_a_relay()
    {
        Assert.DoesNotContain("secret", (Relay with { User = "mairie", Password = "secret" }).ToString(), StringComparison.Ordinal);
    }
}
