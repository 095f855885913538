using System.Net;
using System.Text;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Email;
using FsCheck;
using FsCheck.Fluent;
using static AlertAutomaton.Channels.Tests.Email.MailOrders;

namespace AlertAutomaton.Channels.Tests.Email;

public sealed class EmailComposerTests
{
    [Fact]
    public void Both_forms_say_who_warns_what_happens_and_when()
    {
        OutgoingMail mail = Compose(Order());
        foreach (string form in new[] { mail.Text, WebUtility.HtmlDecode(mail.Html) })
        {
            Assert.Contains("Mairie de Ville-sur-Été vous alerte", form, StringComparison.Ordinal);
            Assert.Contains("L'eau monte.", form, StringComparison.Ordinal);
            Assert.Contains("Montez à l'étage.", form, StringComparison.Ordinal);
            Assert.Contains("mardi 14 juillet 2026", form, StringComparison.Ordinal);
            Assert.Contains("17:05", form, StringComparison.Ordinal);
        }

        Assert.Equal("Crue de la rivière", mail.Subject);
    }

    [Fact]
    public void Each_answer_is_a_link_of_its_own_in_both_forms()
    {
        OutgoingMail mail = Compose(Order());
        foreach (string answer in new[] { "safe", "help" })
        {
            Assert.Contains($"https://alerte.example.org/a/s3cr3t-token?answer={answer}\r\n", mail.Text, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"https://alerte.example.org/a/s3cr3t-token?answer={answer}\" ", mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_convocation_asks_who_comes_instead_of_who_is_safe()
    {
        var eventAt = new DateTimeOffset(2026, 9, 1, 18, 30, 0, TimeSpan.Zero);
        OutgoingMail mail = Compose(Order(purpose: AlertPurpose.Convocation, alert: alert => alert with { EventAt = eventAt }));
        Assert.Contains("?answer=present", mail.Text, StringComparison.Ordinal);
        Assert.Contains("?answer=absent", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("?answer=safe", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Le mardi 1 septembre 2026 à 20:30", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Information_asks_only_to_confirm_that_it_was_read()
    {
        OutgoingMail mail = Compose(Order(purpose: AlertPurpose.Information));
        Assert.Contains("?answer=safe", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("?answer=help", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AlertKind.Exercise, "fr", "[EXERCICE] Crue de la rivière", "*** CECI EST UN EXERCICE.")]
    [InlineData(AlertKind.Test, "fr", "[ESSAI] Crue de la rivière", "*** CECI EST UN ESSAI TECHNIQUE.")]
    [InlineData(AlertKind.Exercise, "en", "[EXERCISE] Crue de la rivière", "*** THIS IS AN EXERCISE.")]
    [InlineData(AlertKind.Test, "de", "[TEST] Crue de la rivière", "*** THIS IS A TECHNICAL TEST.")]
    public void An_exercise_says_so_before_anything_else(AlertKind kind, string language, string subject, string first)
    {
        OutgoingMail mail = Compose(Order(kind: kind, language: language));
        Assert.Equal(subject, mail.Subject);
        Assert.StartsWith(first, mail.Text, StringComparison.Ordinal);
        string html = WebUtility.HtmlDecode(mail.Html[mail.Html.IndexOf("<body>", StringComparison.Ordinal)..]);
        Assert.True(html.IndexOf(first.Trim('*', ' '), StringComparison.Ordinal) < html.IndexOf("<h1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_without_words_of_ours_keeps_the_operators_text_between_english_words()
    {
        OutgoingMail mail = Compose(Order("اصعدوا إلى الطابق العلوي", "ar"));
        Assert.Contains("Mairie de Ville-sur-Été warns you", mail.Text, StringComparison.Ordinal);
        Assert.Contains("اصعدوا إلى الطابق العلوي", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<p dir=\"auto\" lang=\"ar\">", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Placeholders_are_filled_with_the_moment_of_the_event_in_the_zone_of_the_alert()
    {
        OutgoingMail mail = Compose(
            Order("Bonjour {nom}, {commune}, {date}, {heure}, {lien}, {code}, {autre}", alert: alert => alert with { TimeZone = "Indian/Reunion" }) with
            {
                RecipientName = "Foyer Été", HouseholdCode = 54_321,
            });
        Assert.Contains(
            "Bonjour Foyer Été, Mairie de Ville-sur-Été, mardi 14 juillet 2026, 19:05, https://alerte.example.org/a/s3cr3t-token, 54321, {autre}", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_links_the_mail_offers_no_answers()
    {
        OutgoingMail mail = Compose(Order("Voir {lien}") with { LinkToken = null });
        Assert.DoesNotContain("/a/", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/a/", Compose(Order(), options => options with { LinkBase = null }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_id_names_the_attempt()
    {
        Assert.Equal($"<{Attempt}@mairie.example.org>", Compose(Order()).MessageId);
        Assert.Equal($"<{Attempt}@id.example.org>", Compose(Order(), options => options with { MessageIdDomain = "id.example.org" }).MessageId);
    }

    [Theory]
    [InlineData(AlertPurpose.Vital, false)]
    [InlineData(AlertPurpose.Information, true)]
    [InlineData(AlertPurpose.Convocation, true)]
    public void Only_what_is_not_vital_can_be_unsubscribed_and_is_bulk(AlertPurpose purpose, bool offered)
    {
        OutgoingMail mail = Compose(Order(purpose: purpose), options => options with { ReplyTo = "accueil@mairie.example.org" });
        Assert.Equal("auto-generated", Header(mail, "Auto-Submitted"));
        Assert.Equal(offered ? "bulk" : null, Header(mail, "Precedence"));
        Assert.Equal(offered, mail.Text.Contains("accueil@mairie.example.org", StringComparison.Ordinal));
        string? unsubscribe = Header(mail, "List-Unsubscribe");
        Assert.Equal(offered, unsubscribe is not null);
        Assert.True(unsubscribe is null || unsubscribe.StartsWith("<mailto:accueil@mairie.example.org?subject=Ne%20plus%20", StringComparison.Ordinal));
    }

    [Fact]
    public void The_trusted_person_is_told_for_whom_and_why()
    {
        OutgoingMail named = Compose(Order(role: ContactPointRole.Trusted) with { RecipientName = "Foyer Rivière" });
        Assert.Contains("la personne de confiance de Foyer Rivière", named.Text, StringComparison.Ordinal);
        Assert.Contains("L'eau monte.", named.Text, StringComparison.Ordinal);
        Assert.Contains("Cette personne a besoin d'aide", named.Text, StringComparison.Ordinal);
        Assert.Contains("la personne de confiance d'un foyer", Compose(Order(role: ContactPointRole.Trusted)).Text, StringComparison.Ordinal);
        OutgoingMail own = Compose(Order(role: ContactPointRole.Trusted, more: text => text with { TrustedText = "Passez voir {nom}." }) with { RecipientName = "Foyer Rivière" });
        Assert.Contains("Passez voir Foyer Rivière.", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("personne de confiance", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_and_subject_of_the_mail_go_before_the_spoken_text_and_the_title()
    {
        OutgoingMail mail = Compose(Order(more: text => text with { EmailText = "Écrit.", EmailSubject = "Objet {commune}" }));
        Assert.Equal("Objet Mairie de Ville-sur-Été", mail.Subject);
        Assert.Contains("Écrit.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("L'eau monte.", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Objet\r\nBcc: all@example.org")]
    [InlineData("Objet\nBcc: all@example.org")]
    [InlineData("Objet\rBcc: all@example.org")]
    [InlineData("Objet\u2028Bcc: all@example.org\u0085X: 1\0")]
    public void No_header_can_be_smuggled_in(string hostile)
    {
        OutgoingMail mail = Compose(
            Order(more: text => text with { EmailSubject = hostile }) with { RecipientName = hostile }, options => options with { FromName = hostile });
        Assert.DoesNotContain(mail.Subject + mail.FromName, character => char.IsControl(character) || character is '\u2028' or '\u2029');
        using var framed = new FrameworkMail(mail);
        Assert.Equal("Objet Bcc: all@example.org", framed.Message.Subject.TrimEnd('1', 'X', ':', ' '));
        Assert.Empty(framed.Message.Bcc);
    }

    [Fact]
    public void Everything_in_the_html_is_encoded()
    {
        const string Hostile = "<script>alert(1)</script>\"' & <img src=x onerror=y>";
        OutgoingMail mail = Compose(
            Order(Hostile, role: ContactPointRole.Trusted, more: text => text with { EmailSubject = Hostile }) with { RecipientName = Hostile, LinkToken = "\"><b>" },
            options => options with { FromName = Hostile });
        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_html_loads_nothing_and_survives_a_seven_bit_road_whatever_was_written()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            OutgoingMail mail = Compose(Order(more: words => words with { EmailText = text + new string('é', 3000) + " " + new string('x', 50) + " suite" }));
            return Ascii.IsValid(mail.Html) && !mail.Html.Contains(" src=", StringComparison.Ordinal) && !mail.Html.Contains("url(", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b@")]
    [InlineData("a\r\nRCPT TO:<b@example.org>@example.org")]
    [InlineData("\"quoted part\"@example.org")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@127.0.0.1")]
    [InlineData(".a@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("a@-example.org")]
    [InlineData("a@example.org.")]
    [InlineData("a b@example.org")]
    public void What_is_no_address_gets_no_mail(string address)
    {
        Assert.Null(new EmailComposer(Options).Compose(Order(address: address)));
    }

    [Theory]
    [InlineData("a.b+c@Example.ORG", "a.b+c@example.org", false)]
    [InlineData("a@été.example", "a@xn--t-9fab.example", false)]
    [InlineData("rené@example.org", "rené@example.org", true)]
    public void Domains_become_ascii_and_letters_before_the_at_sign_need_a_relay_that_knows_them(string address, string expected, bool utf8)
    {
        OutgoingMail mail = Compose(Order(address: address));
        Assert.Equal(expected, mail.To.ToString());
        Assert.Equal(utf8, mail.To.NeedsUtf8);
    }

    [Fact]
    public void Every_address_that_is_taken_is_one_for_the_frameworks_client_too()
    {
        foreach (char mark in "!#$%&'*+-/=?^_`{|}~.é中")
        {
            using var framed = new FrameworkMail(Compose(Order(address: $"a{mark}b@example.org")));
            Assert.Equal($"a{mark}b@example.org", Assert.Single(framed.Message.To).Address);
        }
    }

    [Fact]
    public void Every_word_exists_in_both_languages()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "AlertAutomaton.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        string folder = Path.Combine(root, "src", "AlertAutomaton.Channels", "Resources");
        string[] Keys(string file) =>
            [.. System.Xml.Linq.XDocument.Load(Path.Combine(folder, file)).Descendants("data").Select(data => data.Attribute("name")!.Value)];
        Assert.Equal(Keys("Email.resx"), Keys("Email.fr.resx"));
        foreach (string key in Keys("Email.resx"))
        {
            Assert.NotEqual(EmailWords.For("en")[key], EmailWords.For("fr")[key]);
        }
    }
}
