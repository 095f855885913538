using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>Turns groups and scenarios from outside into the engine's own, or lists every field at fault.</summary>
internal sealed class ScenarioImportReader(LaunchSettings settings, OperatorTexts texts, TimeProvider time)
{
    private const int MostEntries = 1000;
    private const int LongestName = 100;
    private const char OwnList = '#';

    private readonly FieldProblems _problems = new(texts);
    private readonly List<ContactList> _lists = [];
    private readonly List<Scenario> _scenarios = [];

    /// <summary>True for the list of the households that one scenario has beside its groups.</summary>
    public static bool IsOwnList(string name) => name.StartsWith(OwnList);

    public static string OwnListOf(int scenario) => string.Create(CultureInfo.InvariantCulture, $"{OwnList}{scenario}");

    public ScenarioImportReading Read(ScenarioImportRequest order, IReadOnlyList<Scenario> present)
    {
        Check(order.Groups.Count <= MostEntries && order.Scenarios.Count <= MostEntries, "", "import-size", MostEntries);
        for (var i = 0; i < Math.Min(order.Groups.Count, MostEntries); i++)
        {
            ReadGroup(order.Groups[i], string.Create(CultureInfo.InvariantCulture, $"/groups/{i}"));
        }

        for (var i = 0; i < Math.Min(order.Scenarios.Count, MostEntries); i++)
        {
            ReadScenario(order.Scenarios[i], string.Create(CultureInfo.InvariantCulture, $"/scenarios/{i}"), present);
        }

        return new ScenarioImportReading(_lists, _scenarios, _problems.All);
    }

    private void ReadGroup(ContactGroupInput? group, string pointer)
    {
        if (!Check(group is not null, pointer, "null"))
        {
            return;
        }

        var name = group!.Name.Trim();
        Check(group.Number is null or (>= 1 and <= ContactList.HighestNumber), pointer + "/number", "number-range", ContactList.HighestNumber);
        Check(name.Length is > 0 and <= LongestName && !IsOwnList(name), pointer + "/name", "group-name", LongestName);
        Check(!_lists.Exists(list => string.Equals(list.Name, name, StringComparison.Ordinal)), pointer + "/name", "twice", name);
        Check(group.Number is null || !_lists.Exists(list => list.Number == group.Number), pointer + "/number", "twice", group.Number);
        Check(group.Recipients.Count is > 0 and <= LaunchOrderReader.MostRecipients, pointer + "/recipients", "recipients", LaunchOrderReader.MostRecipients);
        _lists.Add(new ContactList { Organisation = settings.Organisation, Name = name, Number = group.Number, Contacts = ReadContacts(group.Recipients, pointer) });
    }

    private void ReadScenario(ScenarioInput? input, string pointer, IReadOnlyList<Scenario> present)
    {
        if (!Check(input is not null, pointer, "null"))
        {
            return;
        }

        Check(!_scenarios.Exists(scenario => scenario.Number == input!.Number), pointer + "/number", "twice", input!.Number);
        var own = input.Recipients.Count == 0 ? null : OwnListOf(input.Number);
        if (own is not null)
        {
            _lists.Add(new ContactList { Organisation = settings.Organisation, Name = own, Contacts = ReadContacts(input.Recipients, pointer) });
        }

        foreach (var group in input.Groups)
        {
            Check(group is not null && !IsOwnList(group), pointer + "/groups", "group-name", LongestName);
        }

        foreach (var name in input.Names)
        {
            Check(
                name is not null && settings.Languages.Contains(name.Language, StringComparer.OrdinalIgnoreCase),
                pointer + "/names", "language", name?.Language, string.Join(", ", settings.Languages));
        }

        var messageProblems = new FieldProblems(texts);
        var message = new MessageReader(settings, messageProblems).Read(input.Messages, time);
        Take(messageProblems, pointer);
        var kinds = ReadKinds(input, pointer);
        if (message is null)
        {
            return;
        }

        var policy = settings.Policies.FirstOrDefault(known => string.Equals(known.Name, input.Policy, StringComparison.OrdinalIgnoreCase));
        var scenario = new Scenario
        {
            Id = present.FirstOrDefault(known => known.Number == input.Number)?.Id ?? ScenarioId.New(time),
            Organisation = settings.Organisation,
            Number = input.Number,
            Names = [.. input.Names.OfType<ScenarioNameText>().Select(name => new ScenarioName(name.Language, name.Written.Trim(), (name.Spoken ?? name.Written).Trim()))],
            Message = message,
            Audience = new ScenarioAudience { Groups = own is null ? input.Groups : [.. input.Groups, own] },
            Policy = policy?.Name ?? input.Policy,
            Kinds = kinds,
            Lifetime = TimeSpan.FromMinutes(input.LifetimeMinutes),
            TwoPeople = input.TwoPeople,
            OverrideAfter = input.OverrideMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        };
        foreach (var fault in ScenarioValidator.Validate(scenario, policy))
        {
            _problems.Add($"{pointer}/{AlertResources.Word(fault)}", "scenario." + fault);
        }

        _scenarios.Add(scenario);
    }

    private List<AlertKind> ReadKinds(ScenarioInput input, string pointer)
    {
        var kinds = new List<AlertKind>();
        foreach (var word in input.Kinds)
        {
            if (Enum.TryParse<AlertKind>(word, ignoreCase: true, out var kind) && word.All(char.IsAsciiLetter))
            {
                kinds.Add(kind);
            }
            else
            {
                _problems.Add(pointer + "/kinds", "kind", word);
            }
        }

        return kinds;
    }

    private IReadOnlyList<Contact> ReadContacts(IReadOnlyList<AlertRecipient> recipients, string pointer)
    {
        if (recipients.Count > LaunchOrderReader.MostRecipients)
        {
            return [];
        }

        var problems = new FieldProblems(texts);
        var contacts = new AudienceReader(settings, problems, time).Read(recipients, settings.Languages[0]);
        Take(problems, pointer);
        return contacts;
    }

    private void Take(FieldProblems problems, string pointer)
    {
        foreach (var problem in problems.All)
        {
            _problems.AddText(pointer + problem.Pointer, problem.Detail);
        }
    }

    private bool Check(bool sound, string pointer, string key, params ReadOnlySpan<object?> arguments)
    {
        if (!sound)
        {
            _problems.Add(pointer, key, arguments);
        }

        return sound;
    }
}
