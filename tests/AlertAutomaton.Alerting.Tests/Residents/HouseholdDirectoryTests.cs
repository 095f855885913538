using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Alerting.Tests.Residents;

public sealed class HouseholdDirectoryTests
{
    private static readonly OrganisationId Town = OrganisationId.New(TimeProvider.System);
    private readonly ManualTimeProvider _clock = new();
    private readonly HouseholdDirectory _directory;

    public HouseholdDirectoryTests() => _directory = new HouseholdDirectory(_clock);

    [Fact]
    public void A_household_is_found_by_each_of_its_numbers_in_every_current_alert_the_latest_first()
    {
        var home = Household("+33639980001", "+33199000001");
        var first = Launch([home, Household("+33639980002")]);
        _clock.Advance(TimeSpan.FromMinutes(10));
        var second = Launch([home]);
        foreach (var number in new[] { "+33639980001", "+33199000001" })
        {
            Assert.Equal([second.Id, first.Id], _directory.Find(Town, Number(number)).Select(found => found.Alert.Id));
        }

        Assert.Single(_directory.Find(Town, Number("+33639980002")));
        Assert.Empty(_directory.Find(Town, Number("+33639980009")));
        Assert.Empty(_directory.Find(OrganisationId.New(TimeProvider.System), Number("+33639980001")));
    }

    [Fact]
    public void Who_lives_behind_a_number_goes_before_whose_neighbour_it_is()
    {
        var neighbour = Household("+33639980001");
        var old = Household("+33639980002") with { TrustedPerson = new TrustedPerson("Neighbour", [Point("+33639980001", ContactPointRole.Trusted)]) };
        Launch([old, neighbour]);
        var found = Assert.Single(_directory.Find(Town, Number("+33639980001")));
        Assert.Equal((neighbour.Id, ContactPointRole.Own), (found.Contact, found.Role));
    }

    [Fact]
    public void An_alert_is_told_for_a_day_or_to_the_end_of_its_lifetime_and_then_no_more()
    {
        Launch([Household("+33639980001")], TimeSpan.FromHours(1));
        Launch([Household("+33639980002")], TimeSpan.FromHours(30));
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Single(_directory.Find(Town, Number("+33639980001")));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty(_directory.Find(Town, Number("+33639980001")));
        Assert.Single(_directory.Find(Town, Number("+33639980002")));
        Assert.Single(_directory.CurrentOf(Town));
    }

    [Fact]
    public void Every_household_has_a_code_of_its_own_that_leads_to_it()
    {
        var households = Enumerable.Range(0, 3000).Select(n => Household($"+3363998{n:0000}")).ToList();
        var (alert, recipients) = LaunchWith(households);
        var codes = recipients.Select(recipient => _directory.CodeOf(alert.Id, recipient.Id)!.Value).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.InRange(code, 10_000, 99_999));
        Assert.All(recipients.Zip(codes), pair => Assert.Equal(pair.First.Id, Assert.Single(_directory.Find(Town, pair.Second)).Recipient));
    }

    [Fact]
    public void A_code_never_leads_to_two_households()
    {
        var one = Household("+33639980001");
        var (alert, recipients) = LaunchWith([one]);
        var code = _directory.CodeOf(alert.Id, recipients[0].Id)!.Value;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Launch([.. Enumerable.Range(0, 20_000).Select(n => Household($"+336399{n:00000}"))]);
        Assert.Single(_directory.Find(Town, code).Select(found => found.Contact).Distinct());
    }

    [Fact]
    public void The_oldest_alerts_go_first_when_there_are_too_many()
    {
        for (var alert = 0; alert < HouseholdDirectory.MostAlerts + 3; alert++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Launch([Household($"+3363998{alert:0000}")]);
        }

        Assert.Equal(HouseholdDirectory.MostAlerts, _directory.Count);
        Assert.Empty(_directory.Find(Town, Number("+33639980002")));
        Assert.Single(_directory.Find(Town, Number("+33639980003")));
    }

    private Alert Launch(IReadOnlyList<Contact> audience, TimeSpan? lifetime = null) => LaunchWith(audience, lifetime).Alert;

    private (Alert Alert, IReadOnlyList<Recipient> Recipients) LaunchWith(IReadOnlyList<Contact> audience, TimeSpan? lifetime = null)
    {
        var alert = new Alert
        {
            Id = AlertId.New(_clock), Organisation = Town, Kind = AlertKind.Real, Title = "Flood", Policy = BuiltInPolicies.Alert, LaunchedAt = _clock.GetUtcNow(),
            Lifetime = lifetime ?? TimeSpan.FromHours(4), LaunchedBy = "test", Message = new AlertMessage { Id = MessageId.New(_clock), Texts = [new MessageText { Language = "fr", Text = "Crue." }] },
        };
        var recipients = audience.Select(contact => Recipient.Freeze(contact, _clock)).ToList();
        _directory.Add(alert, recipients);
        return (alert, recipients);
    }

    private static Contact Household(params string[] numbers) => new()
    {
        Id = ContactId.New(TimeProvider.System), Organisation = Town, Name = "Home", Language = "fr", Points = [.. numbers.Select(number => Point(number, ContactPointRole.Own))],
    };

    private static ContactPoint Point(string number, ContactPointRole role) => ContactPoint.Voice(ContactPointId.New(TimeProvider.System), Number(number), role);

    private static E164Number Number(string text) => E164Number.TryParse(text, out var number) ? number : throw new ArgumentException(text);
}
