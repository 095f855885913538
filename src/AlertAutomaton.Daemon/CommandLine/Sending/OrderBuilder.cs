using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Contacts;

namespace AlertAutomaton.Daemon.CommandLine.Sending;

/// <summary>Puts an order together from what the operator asked for and the contacts that were taken.</summary>
internal static class OrderBuilder
{
    private const int LongestTitle = 60;

    /// <summary>The order, or null after what is wrong was said.</summary>
    public static LaunchAlertRequest? Build(CommandContext context, SendRequest request, IReadOnlyList<ImportedContact> contacts)
    {
        var messages = new List<AlertMessage>();
        foreach (var written in request.Texts)
        {
            var (language, text) = Split(written, request.Language);
            messages.Add(new AlertMessage { Language = language, Text = text });
        }

        foreach (var written in request.Recordings)
        {
            var (language, file) = Split(written, request.Language);
            if (ReadRecording(context, file) is not { } recording)
            {
                return null;
            }

            // A text beside a recording of the same language is what the report shows.
            var text = messages.FindIndex(message => string.Equals(message.Language, language, StringComparison.OrdinalIgnoreCase));
            if (text >= 0)
            {
                messages[text] = messages[text] with { Recording = recording };
            }
            else
            {
                messages.Add(new AlertMessage { Language = language, Recording = recording });
            }
        }

        foreach (var written in request.SmsTexts)
        {
            var (language, text) = Split(written, request.Language);
            var spoken = messages.FindIndex(message => string.Equals(message.Language, language, StringComparison.OrdinalIgnoreCase));
            if (spoken < 0)
            {
                messages.Add(new AlertMessage { Language = language, Text = text, SmsText = text });
            }
            else
            {
                messages[spoken] = messages[spoken] with { SmsText = text };
            }
        }

        if (messages.Count == 0)
        {
            context.Fail(ExitCode.Usage, "cli.send.no-message");
            return null;
        }

        var title = request.Title ?? messages[0].Text ?? Path.GetFileNameWithoutExtension(request.Contacts);
        return new LaunchAlertRequest
        {
            Title = title.Length > LongestTitle ? title[..LongestTitle].TrimEnd() + "…" : title,
            Kind = request.Kind,
            Policy = request.Policy,
            LifetimeSeconds = request.LifetimeSeconds,
            EventAt = request.EventAt,
            Quorum = request.Quorum,
            Messages = messages,
            Recipients = [.. contacts.Select(RecipientOf)],
        };
    }

    /// <summary>A row of a contacts file as orders take it.</summary>
    public static AlertRecipient RecipientOf(ImportedContact contact) => new()
    {
        Name = contact.Name,
        Language = contact.Language,
        Phones = contact.Phones,
        TextPhones = contact.TextPhones,
        Email = contact.Email,
        TrustedName = contact.TrustedName,
        TrustedPhone = contact.TrustedPhone,
        Vulnerable = contact.Vulnerable,
        Groups = contact.Groups,
        Address = contact.Address,
    };

    private static byte[]? ReadRecording(CommandContext context, string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            context.Fail(ExitCode.InvalidInput, "cli.send.recording", file, unreadable.Message);
            return null;
        }
    }

    private static (string Language, string Said) Split(string written, string fallback) =>
        written.Length > 3 && written[2] == '=' && char.IsAsciiLetter(written[0]) && char.IsAsciiLetter(written[1])
            ? (written[..2].ToLowerInvariant(), written[3..])
            : (fallback, written);
}
