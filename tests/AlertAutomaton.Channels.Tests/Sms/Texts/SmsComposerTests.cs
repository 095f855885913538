using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Sms.Texts;
using AlertAutomaton.Smpp.Text;
using static AlertAutomaton.Channels.Tests.Sms.SmsFixtures;

namespace AlertAutomaton.Channels.Tests.Sms.Texts;

/// <summary>What a resident reads.</summary>
public sealed class SmsComposerTests
{
    private static readonly ContactPoint Mobile = Point("+33639980001");

    [Fact]
    public void A_text_says_who_sends_it_what_happens_and_how_to_answer()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("La rivière monte."))), Mobile), Barran);
        Assert.Equal("Barran : La rivière monte. Répondez 1 si tout va bien, 2 si vous avez besoin d'aide.", text);
    }

    [Fact]
    public void An_exercise_says_so_before_anything_else()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("La rivière monte.")), kind: AlertKind.Exercise), Mobile), Barran);
        Assert.StartsWith("EXERCICE, ce n'est pas une vraie alerte. Barran :", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_says_so_before_anything_else() => Assert.StartsWith(
        "Technical TEST. Barran: Hello.",
        SmsComposer.Compose(Order(Alert(Message(English("Hello.")), kind: AlertKind.Test), Mobile, "en"), Barran),
        StringComparison.Ordinal);

    [Fact]
    public void The_hint_is_in_the_residents_language_even_where_the_message_is_not()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("La rivière monte."))), Mobile, "en-GB"), Barran);
        Assert.Equal("Barran: La rivière monte. Reply 1 if you are safe, 2 if you need help.", text);
    }

    [Fact]
    public void A_language_without_words_of_its_own_takes_those_of_the_message() =>
        Assert.Contains("Répondez 1", SmsComposer.Compose(Order(Alert(Message(French("Crue."))), Mobile, "ar"), Barran), StringComparison.Ordinal);

    [Fact]
    public void A_convocation_asks_who_comes()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(English("Council on Monday.")), BuiltInPolicies.Convocation), Mobile, "en"), Barran);
        Assert.EndsWith("Reply 1 if you will come, 2 if you will not.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_of_the_household_stands_where_the_message_wants_it()
    {
        var order = Order(Alert(Message(French("Crue. Votre code : {code}."))), Mobile);
        Assert.Contains("Votre code : 54321.", SmsComposer.Compose(order with { HouseholdCode = 54_321 }, Barran), StringComparison.Ordinal);
        Assert.Contains("Votre code : .", SmsComposer.Compose(order, Barran), StringComparison.Ordinal);
    }

    [Fact]
    public void Information_asks_nothing_and_carries_no_link()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("Marché samedi.")), BuiltInPolicies.Information), Mobile, token: "secret"), Barran);
        Assert.Equal("Barran : Marché samedi.", text);
    }

    [Fact]
    public void Information_asks_for_an_answer_when_its_policy_wants_one()
    {
        var policy = BuiltInPolicies.Information with { DeliveredIsEnough = false };
        Assert.EndsWith(
            "Répondez OK pour dire que vous avez lu.", SmsComposer.Compose(Order(Alert(Message(French("Coupure d'eau.")), policy), Mobile), Barran), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_stands_at_the_end()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("Crue."))), Mobile, token: "AbC"), Barran);
        Assert.EndsWith("d'aide. Ou : https://a.example.org/a/AbC", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sender_that_cannot_be_answered_offers_only_the_link()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("Crue."))), Mobile, token: "AbC"), Barran with { TakesReplies = false });
        Assert.Equal("Barran : Crue. Répondez ici : https://a.example.org/a/AbC", text);
    }

    [Fact]
    public void A_link_that_the_message_places_itself_is_not_repeated()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("Crue, répondez sur {lien} vite."))), Mobile, token: "AbC"), Barran);
        Assert.Equal("Barran : Crue, répondez sur https://a.example.org/a/AbC vite. Répondez 1 si tout va bien, 2 si vous avez besoin d'aide.", text);
    }

    [Fact]
    public void A_message_that_names_the_organisation_is_not_signed_twice() => Assert.StartsWith(
        "La mairie de Barran informe.",
        SmsComposer.Compose(Order(Alert(Message(French("La mairie de {commune} informe."))), Mobile), Barran),
        StringComparison.Ordinal);

    [Fact]
    public void Time_and_date_are_those_of_the_place()
    {
        var alert = Alert(Message(French("Le {date} à {heure}."))) with { EventAt = new DateTimeOffset(2026, 7, 1, 18, 30, 0, TimeSpan.Zero) };
        Assert.Contains("Le 01/07/2026 à 20:30.", SmsComposer.Compose(Order(alert, Mobile), Barran), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_for_messages_goes_before_the_spoken_one()
    {
        var message = Message(French("Long, à dire.") with { SmsText = "Court, {nom}." });
        Assert.Contains("Barran : Court, Abadie.", SmsComposer.Compose(Order(Alert(message), Mobile, name: "Abadie"), Barran), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trusted_person_is_told_whom_to_look_after()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("Crue."))), Point("+33639980009", ContactPointRole.Trusted), name: "Abadie"), Barran);
        Assert.StartsWith("Barran : Abadie ne répond pas à notre alerte", text, StringComparison.Ordinal);
        Assert.EndsWith("L'alerte : Crue. Répondez 1 si tout va bien là-bas, 2 s'il faut de l'aide.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trusted_person_gets_the_words_that_the_message_has_for_it()
    {
        var message = Message(French("Crue.") with { TrustedText = "Voyez {nom}." });
        Assert.StartsWith(
            "Barran : Voyez Abadie. Répondez", SmsComposer.Compose(Order(Alert(message), Point("+33639980009", ContactPointRole.Trusted), name: "Abadie"), Barran), StringComparison.Ordinal);
    }

    [Fact]
    public void Typography_alone_never_costs_an_alphabet()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("L’eau monte… « évacuez » – vite"))), Mobile), Barran);
        Assert.Equal(SmsEncoding.Gsm, SmsMeasure.Of(text).Encoding);
        Assert.Contains("L'eau monte... \" évacuez \" - vite", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_changed_in_a_text_that_needs_the_large_alphabet_anyway()
    {
        var text = SmsComposer.Compose(Order(Alert(Message(French("L’eau monte, restez à l’étage 🌊 même"))), Mobile), Barran);
        Assert.Contains("L’eau monte, restez à l’étage 🌊 même", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_products_own_words_never_need_the_large_alphabet()
    {
        foreach (var (_, words) in SmsWords.All)
        {
            string?[] all =
            [
                words.KindOf(AlertKind.Exercise), words.KindOf(AlertKind.Test), words.Sender("x"), words.SilentHousehold("x"), words.SilentHousehold(null),
                words.OrLink("x", "y"), words.OnlyLink("x"), words.StopConfirmed("x"), words.Time(Evening, "Europe/Paris"),
                .. Enumerable.Range(1, 12).Select(month => words.Date(new DateTimeOffset(2026, month, 1, 12, 0, 0, TimeSpan.Zero), "Europe/Paris")),
                .. Enum.GetValues<AlertPurpose>().SelectMany(purpose => new[]
                {
                    words.HowToReply(purpose, isTrusted: false), words.HowToReply(purpose, isTrusted: true), words.NotUnderstood(purpose, isTrusted: false),
                    words.Confirmation(purpose, AcknowledgementOption.Safe), words.Confirmation(purpose, AcknowledgementOption.NeedsHelp),
                    words.Confirmation(purpose, AcknowledgementOption.Present), words.Confirmation(purpose, AcknowledgementOption.Absent),
                }),
            ];
            Assert.All(all.OfType<string>(), text => Assert.Equal(SmsEncoding.Gsm, SmsMeasure.Of(text).Encoding));
        }
    }
}
