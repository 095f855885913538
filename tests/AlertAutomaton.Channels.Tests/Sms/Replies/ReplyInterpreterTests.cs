using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Channels.Sms.Replies;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Channels.Tests.Sms.Replies;

/// <summary>What residents write, and what it means.</summary>
public sealed class ReplyInterpreterTests
{
    [Theory]
    [InlineData("1", ReplyMeaning.Safe)]
    [InlineData(" 1 ", ReplyMeaning.Safe)]
    [InlineData("1.", ReplyMeaning.Safe)]
    [InlineData("#1", ReplyMeaning.Safe)]
    [InlineData("*1#", ReplyMeaning.Safe)]
    [InlineData("(1)", ReplyMeaning.Safe)]
    [InlineData("\"1\"", ReplyMeaning.Safe)]
    [InlineData("1️⃣", ReplyMeaning.Safe)]
    [InlineData("１", ReplyMeaning.Safe)]
    [InlineData("١", ReplyMeaning.Safe)]
    [InlineData("11", ReplyMeaning.Safe)]
    [InlineData("un", ReplyMeaning.Safe)]
    [InlineData("One", ReplyMeaning.Safe)]
    [InlineData("1 merci", ReplyMeaning.Safe)]
    [InlineData("1 merci beaucoup pour l'info", ReplyMeaning.Safe)]
    [InlineData("1, tout va bien", ReplyMeaning.Safe)]
    [InlineData("Réponse : 1", ReplyMeaning.Safe)]
    [InlineData("Bonjour, 1", ReplyMeaning.Safe)]
    [InlineData("je tape 1", ReplyMeaning.Safe)]
    [InlineData("1 nous sommes chez ma soeur depuis hier soir et les enfants dorment déjà, bonne nuit à vous", ReplyMeaning.Safe)]
    [InlineData("OK", ReplyMeaning.Safe)]
    [InlineData("ok.", ReplyMeaning.Safe)]
    [InlineData("Okay!!", ReplyMeaning.Safe)]
    [InlineData("O.K", ReplyMeaning.NotUnderstood)]
    [InlineData("👍", ReplyMeaning.Safe)]
    [InlineData("👍🏽", ReplyMeaning.Safe)]
    [InlineData("✅ merci", ReplyMeaning.Safe)]
    [InlineData("oui", ReplyMeaning.Safe)]
    [InlineData("OUI", ReplyMeaning.Safe)]
    [InlineData("Oui merci 🙏", ReplyMeaning.Safe)]
    [InlineData("yes", ReplyMeaning.Safe)]
    [InlineData("Yes, thank you", ReplyMeaning.Safe)]
    [InlineData("d'accord", ReplyMeaning.Safe)]
    [InlineData("D’accord", ReplyMeaning.Safe)]
    [InlineData("dac", ReplyMeaning.Safe)]
    [InlineData("bien reçu", ReplyMeaning.Safe)]
    [InlineData("Bien recu merci", ReplyMeaning.Safe)]
    [InlineData("reçu", ReplyMeaning.Safe)]
    [InlineData("vu", ReplyMeaning.Safe)]
    [InlineData("RAS", ReplyMeaning.Safe)]
    [InlineData("c'est bon", ReplyMeaning.Safe)]
    [InlineData("Je suis en sécurité", ReplyMeaning.Safe)]
    [InlineData("JE SUIS EN SECURITE", ReplyMeaning.Safe)]
    [InlineData("nous sommes en sécurité", ReplyMeaning.Safe)]
    [InlineData("à l'abri", ReplyMeaning.Safe)]
    [InlineData("Tout va bien ici", ReplyMeaning.Safe)]
    [InlineData("ça va", ReplyMeaning.Safe)]
    [InlineData("on va bien", ReplyMeaning.Safe)]
    [InlineData("We are safe", ReplyMeaning.Safe)]
    [InlineData("I'm fine", ReplyMeaning.Safe)]
    [InlineData("got it", ReplyMeaning.Safe)]
    [InlineData("pas besoin d'aide", ReplyMeaning.Safe)]
    [InlineData("no help needed", ReplyMeaning.Safe)]
    [InlineData("2", ReplyMeaning.NeedsHelp)]
    [InlineData("2 svp", ReplyMeaning.NeedsHelp)]
    [InlineData("2️⃣", ReplyMeaning.NeedsHelp)]
    [InlineData("deux", ReplyMeaning.NeedsHelp)]
    [InlineData("aide", ReplyMeaning.NeedsHelp)]
    [InlineData("AIDE!!!", ReplyMeaning.NeedsHelp)]
    [InlineData("Aidez-moi", ReplyMeaning.NeedsHelp)]
    [InlineData("à l'aide", ReplyMeaning.NeedsHelp)]
    [InlineData("2 aide vite", ReplyMeaning.NeedsHelp)]
    [InlineData("j'ai besoin d'aide", ReplyMeaning.NeedsHelp)]
    [InlineData("non, j'ai besoin d'aide", ReplyMeaning.NeedsHelp)]
    [InlineData("Au secours", ReplyMeaning.NeedsHelp)]
    [InlineData("SOS", ReplyMeaning.NeedsHelp)]
    [InlineData("🆘", ReplyMeaning.NeedsHelp)]
    [InlineData("help", ReplyMeaning.NeedsHelp)]
    [InlineData("Help us please", ReplyMeaning.NeedsHelp)]
    [InlineData("we need help", ReplyMeaning.NeedsHelp)]
    [InlineData("je ne suis pas en sécurité", ReplyMeaning.NeedsHelp)]
    [InlineData("ça ne va pas", ReplyMeaning.NeedsHelp)]
    [InlineData("not safe", ReplyMeaning.NeedsHelp)]
    [InlineData("ma mère est bloquée au premier", ReplyMeaning.NeedsHelp)]
    [InlineData("STOP", ReplyMeaning.Stop)]
    [InlineData("stop.", ReplyMeaning.Stop)]
    [InlineData("Stop SMS", ReplyMeaning.Stop)]
    [InlineData("STOP 36180", ReplyMeaning.Stop)]
    [InlineData("STOP au 36180", ReplyMeaning.Stop)]
    [InlineData("Arrêt", ReplyMeaning.Stop)]
    [InlineData("ARRET", ReplyMeaning.Stop)]
    [InlineData("Arrêtez de m'envoyer des messages", ReplyMeaning.Stop)]
    [InlineData("unsubscribe", ReplyMeaning.Stop)]
    [InlineData("désabonnement", ReplyMeaning.Stop)]
    [InlineData("stop l'eau monte on est au premier", ReplyMeaning.NotUnderstood)]
    [InlineData("1 ou 2", ReplyMeaning.NotUnderstood)]
    [InlineData("1 et 2", ReplyMeaning.NotUnderstood)]
    [InlineData("1?", ReplyMeaning.NotUnderstood)]
    [InlineData("ok mais on va où ?", ReplyMeaning.NotUnderstood)]
    [InlineData("qui êtes-vous", ReplyMeaning.NotUnderstood)]
    [InlineData("C'est qui?", ReplyMeaning.NotUnderstood)]
    [InlineData("oui et non", ReplyMeaning.NotUnderstood)]
    [InlineData("ok mais besoin d'aide", ReplyMeaning.NotUnderstood)]
    [InlineData("ok mais je reste", ReplyMeaning.NotUnderstood)]
    [InlineData("1 aide", ReplyMeaning.NotUnderstood)]
    [InlineData("pas ok du tout", ReplyMeaning.NeedsHelp)]
    [InlineData("non", ReplyMeaning.NotUnderstood)]
    [InlineData("nous sommes 2", ReplyMeaning.NotUnderstood)]
    [InlineData("2 personnes", ReplyMeaning.NotUnderstood)]
    [InlineData("1 rue de la gare", ReplyMeaning.NotUnderstood)]
    [InlineData("12", ReplyMeaning.NotUnderstood)]
    [InlineData("3", ReplyMeaning.NotUnderstood)]
    [InlineData("qsdfgh", ReplyMeaning.NotUnderstood)]
    [InlineData("merci", ReplyMeaning.NotUnderstood)]
    [InlineData("😂", ReplyMeaning.NotUnderstood)]
    [InlineData("", ReplyMeaning.NotUnderstood)]
    [InlineData("...", ReplyMeaning.NotUnderstood)]
    [InlineData("Salut Paul, on se retrouve samedi chez moi comme convenu, apporte le pain et dis oui à ta soeur de ma part", ReplyMeaning.NotUnderstood)]
    [InlineData("Je vous informe que la rue est fermée et que mon voisin a dit oui hier au conseil municipal", ReplyMeaning.NotUnderstood)]
    [InlineData("Réponse automatique : je suis absent du bureau, ok", ReplyMeaning.Automatic)]
    [InlineData("I'm driving. I'll reply later.", ReplyMeaning.Automatic)]
    public void In_danger(string text, ReplyMeaning meaning) => Assert.Equal(meaning, ReplyInterpreter.Read(text, AlertPurpose.Vital, "fr"));

    [Theory]
    [InlineData("1", ReplyMeaning.Present)]
    [InlineData("oui", ReplyMeaning.Present)]
    [InlineData("Oui je viens", ReplyMeaning.Present)]
    [InlineData("présent", ReplyMeaning.Present)]
    [InlineData("Présente !", ReplyMeaning.Present)]
    [InlineData("nous serons là", ReplyMeaning.Present)]
    [InlineData("I'll be there", ReplyMeaning.Present)]
    [InlineData("I will come", ReplyMeaning.Present)]
    [InlineData("2", ReplyMeaning.Absent)]
    [InlineData("non", ReplyMeaning.Absent)]
    [InlineData("NON merci", ReplyMeaning.Absent)]
    [InlineData("no", ReplyMeaning.Absent)]
    [InlineData("absent", ReplyMeaning.Absent)]
    [InlineData("je ne viens pas", ReplyMeaning.Absent)]
    [InlineData("Je ne pourrai pas venir", ReplyMeaning.Absent)]
    [InlineData("2 désolé", ReplyMeaning.Absent)]
    [InlineData("I can't come", ReplyMeaning.Absent)]
    [InlineData("1 je ne viens pas", ReplyMeaning.NotUnderstood)]
    [InlineData("peut-être", ReplyMeaning.NotUnderstood)]
    [InlineData("oui peut-être", ReplyMeaning.NotUnderstood)]
    [InlineData("à quelle heure ?", ReplyMeaning.NotUnderstood)]
    [InlineData("SOS", ReplyMeaning.NeedsHelp)]
    [InlineData("stop", ReplyMeaning.Stop)]
    public void Called_to_a_meeting(string text, ReplyMeaning meaning) => Assert.Equal(meaning, ReplyInterpreter.Read(text, AlertPurpose.Convocation, "fr"));

    [Theory]
    [InlineData("OK", ReplyMeaning.Safe)]
    [InlineData("1", ReplyMeaning.Safe)]
    [InlineData("2", ReplyMeaning.NotUnderstood)]
    [InlineData("non", ReplyMeaning.NotUnderstood)]
    [InlineData("au secours", ReplyMeaning.NeedsHelp)]
    [InlineData("STOP", ReplyMeaning.Stop)]
    public void Informed(string text, ReplyMeaning meaning) => Assert.Equal(meaning, ReplyInterpreter.Read(text, AlertPurpose.Information, "fr"));

    [Theory]
    [InlineData("ja", "de", ReplyMeaning.Safe)]
    [InlineData("Hilfe", "de-AT", ReplyMeaning.NeedsHelp)]
    [InlineData("ayuda", "es", ReplyMeaning.NeedsHelp)]
    [InlineData("نعم", "ar", ReplyMeaning.Safe)]
    [InlineData("oui", "de", ReplyMeaning.Safe)]
    [InlineData("help", "ar", ReplyMeaning.NeedsHelp)]
    [InlineData("ja", "fr", ReplyMeaning.NotUnderstood)]
    public void In_the_residents_language_and_always_in_French_and_English(string text, string language, ReplyMeaning meaning) =>
        Assert.Equal(meaning, ReplyInterpreter.Read(text, AlertPurpose.Vital, language));

    [Fact]
    public void No_text_makes_it_throw()
    {
        var pieces = Gen.Elements("1", "2", "oui", "\uD83D", "\uDC4D", "👍", "é", "e\u0301", " ", "?", "\0", "\u20E3", "aide", "stop", new string('x', 5000));
        Prop.ForAll(pieces.ListOf().ToArbitrary(), list =>
        {
            foreach (var purpose in Enum.GetValues<AlertPurpose>())
            {
                ReplyInterpreter.Read(string.Concat(list), purpose, "fr-FR");
            }
        }).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Enum.IsDefined(ReplyInterpreter.Read(text ?? string.Empty, AlertPurpose.Vital, string.Empty)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_that_says_both_keys_is_never_taken_for_one()
    {
        var words = Gen.Elements("1", "oui", "2", "aide", "merci", "ok", "bonjour");
        Prop.ForAll(words.ListOf().ToArbitrary(), list =>
        {
            var text = string.Join(' ', list.Prepend("2").Prepend("1"));
            return ReplyInterpreter.Read(text, AlertPurpose.Vital, "fr") == ReplyMeaning.NotUnderstood;
        }).QuickCheckThrowOnFailure();
    }
}
