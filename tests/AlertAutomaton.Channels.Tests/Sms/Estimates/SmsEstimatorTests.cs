using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Sms.Estimates;
using AlertAutomaton.Channels.Sms.Texts;
using AlertAutomaton.Smpp.Text;
using FsCheck;
using FsCheck.Fluent;
using static AlertAutomaton.Channels.Tests.Sms.SmsFixtures;

namespace AlertAutomaton.Channels.Tests.Sms.Estimates;

/// <summary>What the texts cost, before they are sent.</summary>
public sealed class SmsEstimatorTests
{
    private static readonly SmsStyle Bare = Barran with { BaseUrl = null };

    [Fact]
    public void Languages_are_counted_apart_with_their_cost()
    {
        var estimate = SmsEstimator.WorstCase(
            Occasion(French("Crue."), English(new string('x', 200))),
            [Household("A", "fr", Point("+33639980001")), Household("B", "fr", Point("+33639980002"), Point("+33639980003")), Household("C", "en", Point("+33639980004"))],
            Bare, withLinks: false, pricePerSegment: 0.05m);

        Assert.Equal(4, estimate.Texts);
        Assert.Equal([("fr", 3, 1), ("en", 1, 2)], estimate.Groups.Select(group => (group.Language, group.Texts, group.MostSegments)));
        Assert.Equal(5, estimate.Segments);
        Assert.Equal(0.25m, estimate.Cost);
    }

    [Fact]
    public void Households_that_cannot_be_texted_cost_nothing()
    {
        var refuses = Household("A", "fr", Point("+33639980001")) with { InformationRefusals = [ChannelKind.Sms] };
        var estimate = SmsEstimator.WorstCase(
            Occasion(French("Marché.")) with { Policy = BuiltInPolicies.Information }, [refuses, Household("B", "fr")], Bare, withLinks: false, 1m);
        Assert.Equal(0m, estimate.Cost);
        Assert.Equal(1, SmsEstimator.WorstCase(Occasion(French("Crue.")), [refuses], Bare, withLinks: false, 1m).Texts);
    }

    [Fact]
    public void The_longest_name_decides_the_worst_case()
    {
        // 160 units are one segment: the hint, the signature and the text leave room for a name of two letters.
        var occasion = Occasion(French("{nom}" + new string('x', 160 - 2 - "Barran :  Répondez 1 si tout va bien, 2 si vous avez besoin d'aide.".Length)));
        Contact[] audience = [Household("Ab", "fr", Point("+33639980001")), Household("Abadie", "fr", Point("+33639980002"))];

        Assert.Equal(4, SmsEstimator.WorstCase(occasion, audience, Bare, withLinks: false, 1m).Segments);
        Assert.Equal(3, SmsEstimator.Exact(occasion, audience, Bare, withLinks: false, 1m).Segments);
        Assert.Equal(1, SmsEstimator.ForContact(occasion, audience[0], Bare, withLink: false).Segments);
    }

    [Fact]
    public void A_character_that_doubles_the_price_is_named()
    {
        var group = Assert.Single(SmsEstimator.WorstCase(
            Occasion(French("Restez prêts, l’eau arrive.")), [Household("A", "fr", Point("+33639980001"))], Bare, withLinks: false, 1m).Groups);
        Assert.Equal(SmsEncoding.Ucs2, group.Encoding);
        Assert.Equal("ê", group.CostlyCharacters);
    }

    [Fact]
    public void Trusted_persons_of_vulnerable_households_are_counted_apart()
    {
        var household = Household("A", "fr", Point("+33639980001")) with
        {
            Vulnerable = true,
            TrustedPerson = new TrustedPerson("B", [Point("+33639980002", ContactPointRole.Trusted)]),
        };
        var estimate = SmsEstimator.WorstCase(Occasion(French("Crue.")), [household, household with { Vulnerable = false }], Bare, withLinks: false, 1m);
        Assert.Equal(2m, estimate.Cost);
        Assert.Equal(2m, estimate.TrustedCost);
    }

    [Fact]
    public void A_link_is_counted()
    {
        var occasion = Occasion(French(new string('x', 70)));
        var contact = Household("A", "fr", Point("+33639980001"));
        Assert.Equal(1, SmsEstimator.ForContact(occasion, contact, Barran, withLink: false).Segments);
        Assert.Equal(2, SmsEstimator.ForContact(occasion, contact, Barran, withLink: true).Segments);
    }

    [Fact]
    public void A_code_is_counted_with_its_five_digits()
    {
        var contact = Household("A", "fr", Point("+33639980001"));
        var digits = SmsEstimator.ForContact(Occasion(French("Crue. Code 54321.")), contact, Bare, withLink: false);
        var code = SmsEstimator.ForContact(Occasion(French("Crue. Code {code}.")), contact, Bare, withLink: false);
        Assert.Equal(digits, code);
        Assert.Contains("Code 10000.", Assert.Single(SmsEstimator.WorstCase(Occasion(French("Code {CODE}.")), [contact], Bare, withLinks: false, 1m).Groups).Example, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worst_case_is_never_less_than_the_exact_count()
    {
        var names = Gen.Elements("Ab", "Abadie", "L’Hôte", "Êve", "Marie-Charlotte de la Fontaine", "x{}[]~^", "محمد", new string('e', 60)).ListOf();
        Prop.ForAll(names.ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (list, length) =>
        {
            var occasion = Occasion(French("{nom} " + new string('a', length)));
            Contact[] audience = [.. list.Select(name => Household(name, "fr", Point("+33639980001")))];
            return SmsEstimator.WorstCase(occasion, audience, Bare, withLinks: false, 1m).Segments >= SmsEstimator.Exact(occasion, audience, Bare, withLinks: false, 1m).Segments;
        }).QuickCheckThrowOnFailure();
    }

    private static SmsOccasion Occasion(params MessageText[] texts) => new(AlertKind.Real, Message(texts), BuiltInPolicies.Alert, Evening, "Europe/Paris");
}
