using System.Globalization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Configuration.Validation;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Reads who is warned. A household without a usable number is at fault: nobody may be lost without a word.</summary>
internal sealed class AudienceReader(LaunchSettings settings, FieldProblems problems, TimeProvider time)
{
    private const int LongestName = 200;
    private const int LongestAddress = 500;
    private const int MostPhones = 8;
    private const int MostGroups = 32;

    public IReadOnlyList<Contact> Read(IReadOnlyList<AlertRecipient> recipients, string fallbackLanguage)
    {
        var contacts = new List<Contact>(recipients.Count);
        for (var i = 0; i < recipients.Count && !problems.IsFull; i++)
        {
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/recipients/{i}");
            if (recipients[i] is not { } recipient)
            {
                // The annotations of a list's elements are not enforced by System.Text.Json.
                problems.Add(pointer, "null");
                continue;
            }

            CheckTexts(recipient, pointer);
            var points = ReadPoints(recipient.Phones, pointer);
            contacts.Add(new Contact
            {
                Id = ContactId.New(time),
                Organisation = settings.Organisation,
                Name = recipient.Name.Trim(),
                Language = string.IsNullOrEmpty(recipient.Language) ? fallbackLanguage : recipient.Language.ToLowerInvariant(),
                Points = points,
                Groups = recipient.Groups,
                Vulnerable = recipient.Vulnerable,
                Address = recipient.Address,
            });
        }

        return contacts;
    }

    private void CheckTexts(AlertRecipient recipient, string pointer)
    {
        if (recipient.Name.Trim().Length is 0 or > LongestName)
        {
            problems.Add(pointer + "/name", "name", LongestName);
        }

        if (recipient.Language is { } language && (language.Length > 35 || !language.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')))
        {
            problems.Add(pointer + "/language", "language-tag", language.Length > 35 ? language[..35] : language);
        }

        if (recipient.Groups.Count > MostGroups || recipient.Groups.Any(group => group is null || group.Length > LongestName))
        {
            problems.Add(pointer + "/groups", "groups", MostGroups, LongestName);
        }

        if (recipient.Address?.Length > LongestAddress)
        {
            problems.Add(pointer + "/address", "address", LongestAddress);
        }
    }

    private List<ContactPoint> ReadPoints(IReadOnlyList<string> phones, string pointer)
    {
        if (phones.Count is 0 or > MostPhones)
        {
            problems.Add(pointer + "/phones", "phones", MostPhones);
            return [];
        }

        var points = new List<ContactPoint>(phones.Count);
        for (var i = 0; i < phones.Count; i++)
        {
            if (NationalNumbering.TryParse(phones[i] ?? "", settings.Country, out var number, out var refusal))
            {
                points.Add(ContactPoint.Voice(ContactPointId.New(time), number));
            }
            else
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{pointer}/phones/{i}"), "phone", new TextKey($"number.{refusal}"));
            }
        }

        return points;
    }
}
