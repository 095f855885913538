using System.Net;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Daemon.Tests.Links;

public sealed class LinkPageTests
{
    [Theory]
    [InlineData("fr", "<html lang=\"fr\">", "Êtes-vous en sécurité ?", "Je suis en sécurité", "J&#x27;ai besoin d&#x27;aide")]
    [InlineData("en-GB", "<html lang=\"en\">", "Are you safe?", "I am safe", "I need help")]
    public async Task The_page_speaks_the_language_of_the_household(string language, params string[] expected)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        face.Desk.View = face.Desk.View with { Language = language };
        var (answer, page) = await face.GetAsync(language: "de, en;q=0.1, fr;q=0.1");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(expected, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Contains("Commune de Valbourg", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\">La rivière est en crue.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de, en;q=0.8, fr;q=0.5", "lang=\"en\"")]
    [InlineData("fr-CH, fr;q=0.9", "lang=\"fr\"")]
    [InlineData("de", "lang=\"fr\"")]
    [InlineData(null, "lang=\"fr\"")]
    public async Task Where_the_household_speaks_another_language_the_browser_decides_then_the_organisation(string? accepted, string expected)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        face.Desk.View = face.Desk.View with { Language = "pt-BR" };
        Assert.Contains($"<html {expected}>", (await face.GetAsync(language: accepted)).Page, StringComparison.Ordinal);
        Assert.Contains($"<html {expected}>", (await face.GetAsync("unknownunknown00", accepted)).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AlertKind.Real, AlertPurpose.Vital, "real", "ALERTE")]
    [InlineData(AlertKind.Exercise, AlertPurpose.Vital, "exercise", "EXERCICE")]
    [InlineData(AlertKind.Exercise, AlertPurpose.Convocation, "exercise", "EXERCICE")]
    [InlineData(AlertKind.Test, AlertPurpose.Vital, "test", "TEST TECHNIQUE")]
    [InlineData(AlertKind.Real, AlertPurpose.Information, "information", "INFORMATION")]
    [InlineData(AlertKind.Real, AlertPurpose.Convocation, "convocation", "CONVOCATION")]
    public async Task Exercise_and_real_differ_in_word_colour_and_shape(AlertKind kind, AlertPurpose purpose, string look, string word)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        face.Desk.View = face.Desk.View with { Kind = kind, Purpose = purpose };
        string page = (await face.GetAsync()).Page;
        Assert.Contains($"<body class=\"{look}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{word}</h1>", page, StringComparison.Ordinal);
        Assert.Equal(kind == AlertKind.Exercise, page.Contains("Ceci est un exercice.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AlertPurpose.Vital, false, "safe help")]
    [InlineData(AlertPurpose.Vital, true, "safe help")]
    [InlineData(AlertPurpose.Information, false, "safe")]
    [InlineData(AlertPurpose.Convocation, false, "present absent")]
    public async Task The_buttons_are_those_of_the_purpose(AlertPurpose purpose, bool trusted, string values)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        face.Desk.View = face.Desk.View with { Purpose = purpose, ForTrustedPerson = trusted };
        string page = (await face.GetAsync()).Page;
        Assert.Equal(values, string.Join(' ', page.Split("<button name=\"answer\" value=\"").Skip(1).Select(rest => rest.Split('"')[0])));
        Assert.Equal(trusted, page.Contains("personne de confiance", StringComparison.Ordinal));
        foreach (string foreign in new[] { "safe", "help", "present", "absent" }.Except(values.Split(' ')))
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await face.PressAsync(foreign)).Answer.StatusCode);
        }

        Assert.Empty(face.Desk.Recorded);
    }

    [Fact]
    public async Task Looking_at_the_page_answers_nothing()
    {
        await using var face = await LinkFaceFixture.StartAsync();
        for (int look = 0; look < 50; look++)
        {
            Assert.Equal(HttpStatusCode.OK, (await face.GetAsync()).Answer.StatusCode);
        }

        using var head = new HttpRequestMessage(HttpMethod.Head, "/a/" + LinkDeskDouble.Token);
        Assert.Equal(HttpStatusCode.OK, (await face.Client.SendAsync(head)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await face.Client.GetAsync("/a/" + LinkDeskDouble.Token + "?answer=safe")).StatusCode);
        Assert.Empty(face.Desk.Recorded);
    }

    [Theory]
    [InlineData("?answer=help", "help")]
    [InlineData("?answer=safe", "safe")]
    [InlineData("?answer=present", null)]
    [InlineData("?answer=safe&answer=help", null)]
    [InlineData("", null)]
    public async Task A_link_of_a_mail_proposes_its_answer_and_records_nothing(string query, string? proposed)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        string page = await face.Client.GetStringAsync("/a/" + LinkDeskDouble.Token + query);
        Assert.Equal(proposed is null ? 1 : 2, page.Split(" autofocus>").Length);
        Assert.Equal(proposed is not null, page.Contains($"class=\"{proposed}\" autofocus>", StringComparison.Ordinal));
        Assert.Empty(face.Desk.Recorded);
    }

    [Fact]
    public async Task A_button_pressed_twice_is_recorded_once_and_another_one_changes_the_answer()
    {
        await using var face = await LinkFaceFixture.StartAsync();
        Assert.Contains("C&#x27;est noté : vous êtes en sécurité.", (await face.PressAsync("safe")).Page, StringComparison.Ordinal);
        Assert.Contains("C&#x27;est noté : vous êtes en sécurité.", (await face.PressAsync("safe")).Page, StringComparison.Ordinal);
        Assert.Contains("Vous pouvez encore changer", (await face.GetAsync()).Page, StringComparison.Ordinal);
        var (answer, page) = await face.PressAsync("help");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("C&#x27;est noté : vous avez besoin d&#x27;aide.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("vous êtes en sécurité.", page, StringComparison.Ordinal);
        Assert.Equal([AcknowledgementOption.Safe, AcknowledgementOption.NeedsHelp], face.Desk.Recorded);
    }

    [Fact]
    public async Task An_answer_that_is_not_on_disk_is_never_confirmed()
    {
        await using var face = await LinkFaceFixture.StartAsync();
        face.Desk.StoreWrites = false;
        var (answer, page) = await face.PressAsync("help");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("n&#x27;a PAS été enregistrée", page, StringComparison.Ordinal);
        Assert.DoesNotContain("C&#x27;est noté", page, StringComparison.Ordinal);
        Assert.Contains("<button", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AcknowledgementOption.None, "Aucune réponse de votre part")]
    [InlineData(AcknowledgementOption.Safe, "C&#x27;est noté : vous êtes en sécurité.")]
    public async Task When_the_alert_is_over_the_page_says_so_and_a_late_answer_is_kept_for_the_file_only(AcknowledgementOption onFile, string expected)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        face.Desk.View = face.Desk.View with { IsOver = true, OnFile = onFile };
        foreach (string page in new[] { (await face.GetAsync()).Page, (await face.PressAsync("help")).Page })
        {
            Assert.Contains("Cette alerte est terminée.", page, StringComparison.Ordinal);
            Assert.Contains(expected, page, StringComparison.Ordinal);
            Assert.DoesNotContain("<button", page, StringComparison.Ordinal);
        }

        Assert.Equal([AcknowledgementOption.NeedsHelp], face.Desk.Recorded);
    }

    [Theory]
    [InlineData(false, AcknowledgementOption.Absent, "vous ne pouvez pas venir")]
    [InlineData(true, AcknowledgementOption.Safe, "quelqu&#x27;un s&#x27;en occupe")]
    [InlineData(true, AcknowledgementOption.NeedsHelp, "cette personne a besoin d&#x27;aide")]
    [InlineData(true, AcknowledgementOption.Present, "vous venez")]
    public async Task An_answer_that_was_given_otherwise_is_shown(bool trusted, AcknowledgementOption onFile, string expected)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        face.Desk.View = face.Desk.View with { ForTrustedPerson = trusted, OnFile = onFile };
        Assert.Contains(expected, (await face.GetAsync()).Page, StringComparison.Ordinal);
    }
}
