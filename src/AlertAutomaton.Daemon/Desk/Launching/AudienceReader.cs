using System.Globalization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Configuration.Validation;
using AlertAutomaton.Daemon.Contacts;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Reads who is warned. A household without a usable way to reach it is at fault: nobody may be lost without a word.</summary>
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
            var points = ReadPoints(recipient, pointer);
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
                TrustedPerson = ReadTrusted(recipient, pointer),
                InformationRefusals = ReadRefusals(recipient, pointer),
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

    private List<ContactPoint> ReadPoints(AlertRecipient recipient, string pointer)
    {
        if (recipient.Phones.Count > MostPhones || recipient.TextPhones?.Count > MostPhones)
        {
            problems.Add(pointer + "/phones", "phones", MostPhones);
            return [];
        }

        var points = new List<ContactPoint>(recipient.Phones.Count + 2);
        for (var i = 0; i < recipient.Phones.Count; i++)
        {
            if (ReadNumber(recipient.Phones[i], pointer, "phones", i) is { } number)
            {
                points.Add(ContactPoint.Voice(ContactPointId.New(time), number));
            }
        }

        if (recipient.TextPhones is { } textPhones)
        {
            for (var i = 0; i < textPhones.Count; i++)
            {
                if (ReadNumber(textPhones[i], pointer, "textPhones", i) is { } number)
                {
                    points.Add(ContactPoint.Sms(ContactPointId.New(time), number));
                }
            }
        }
        else
        {
            points.AddRange(points.Where(point => NumberingPlans.LineTypeOf(point.Number) == PhoneLineType.Mobile)
                .Select(point => ContactPoint.Sms(ContactPointId.New(time), point.Number)).ToList());
        }

        if (recipient.Email is { Length: > 0 } email)
        {
            if (EmailAddressForm.IsSound(email))
            {
                points.Add(ContactPoint.Email(ContactPointId.New(time), email));
            }
            else
            {
                problems.Add(pointer + "/email", "email");
            }
        }

        if (points.Count == 0 && recipient.Phones.Count == 0)
        {
            problems.Add(pointer + "/phones", "no-way", MostPhones);
        }

        return points;
    }

    private TrustedPerson? ReadTrusted(AlertRecipient recipient, string pointer)
    {
        if (string.IsNullOrWhiteSpace(recipient.TrustedPhone))
        {
            return null;
        }

        if (recipient.TrustedName?.Length > LongestName)
        {
            problems.Add(pointer + "/trustedName", "name", LongestName);
        }

        if (ReadNumber(recipient.TrustedPhone, pointer, "trustedPhone", null) is not { } number)
        {
            return null;
        }

        var points = new List<ContactPoint> { ContactPoint.Voice(ContactPointId.New(time), number, ContactPointRole.Trusted) };
        if (NumberingPlans.LineTypeOf(number) == PhoneLineType.Mobile)
        {
            points.Add(ContactPoint.Sms(ContactPointId.New(time), number, ContactPointRole.Trusted));
        }

        return new TrustedPerson(recipient.TrustedName?.Trim() ?? "", points);
    }

    private List<ChannelKind> ReadRefusals(AlertRecipient recipient, string pointer)
    {
        var refusals = new List<ChannelKind>();
        foreach (var word in recipient.Refuses.Take(MostPhones))
        {
            if (Enum.TryParse<ChannelKind>(word, ignoreCase: true, out var kind) && word.All(char.IsAsciiLetter))
            {
                refusals.Add(kind);
            }
            else
            {
                problems.Add(pointer + "/refuses", "refuses", word);
            }
        }

        return refusals;
    }

    private E164Number? ReadNumber(string? written, string pointer, string field, int? index)
    {
        if (NationalNumbering.TryParse(written ?? "", settings.Country, out var number, out var refusal))
        {
            return number;
        }

        problems.Add(string.Create(CultureInfo.InvariantCulture, $"{pointer}/{field}{(index is null ? "" : "/")}{index}"), "phone", new TextKey($"number.{refusal}"));
        return null;
    }
}
