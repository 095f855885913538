using System.Globalization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Speech.Prompts;
using AlertMessage = AlertAutomaton.Alerting.Messages.AlertMessage;
using MessageInput = AlertAutomaton.Contracts.Alerts.AlertMessage;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Reads what is said: one entry per language, each a text, a recording or a shipped prompt.</summary>
internal sealed class MessageReader(LaunchSettings settings, FieldProblems problems)
{
    private const int LongestText = 2000;
    private const int LongestSubject = 200;
    private const int LongestMail = 20_000;
    private const int MostMessages = 20;
    private const int LargestRecording = 8 * 1024 * 1024;

    public AlertMessage? Read(IReadOnlyList<MessageInput> messages, TimeProvider time)
    {
        if (messages.Count is 0 or > MostMessages)
        {
            problems.Add("/messages", "messages", MostMessages);
            return null;
        }

        var texts = new List<MessageText>();
        for (var i = 0; i < messages.Count; i++)
        {
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/messages/{i}");
            if (messages[i] is not { } message)
            {
                problems.Add(pointer, "null");
                continue;
            }

            var language = settings.Languages.FirstOrDefault(known => string.Equals(known, message.Language, StringComparison.OrdinalIgnoreCase));
            if (language is null)
            {
                problems.Add(pointer + "/language", "language", message.Language, string.Join(", ", settings.Languages));
            }
            else if (texts.Exists(text => string.Equals(text.Language, language, StringComparison.Ordinal)))
            {
                problems.Add(pointer + "/language", "language-twice", language);
            }
            else if (CheckWritten(message, pointer) && ReadOne(message, language, pointer, time.GetUtcNow()) is { } text)
            {
                texts.Add(text with
                {
                    SmsText = Trimmed(message.SmsText),
                    EmailSubject = Trimmed(message.EmailSubject),
                    EmailText = Trimmed(message.EmailText),
                    TrustedText = Trimmed(message.TrustedText),
                });
            }
        }

        return texts.Count == 0 ? null : new AlertMessage { Id = MessageId.New(time), Texts = texts };
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private bool CheckWritten(MessageInput message, string pointer)
    {
        return Check(message.SmsText, "/smsText", LongestText) & Check(message.EmailSubject, "/emailSubject", LongestSubject)
            & Check(message.EmailText, "/emailText", LongestMail) & Check(message.TrustedText, "/trustedText", LongestText) & Check(message.Text, "/text", LongestText);

        bool Check(string? text, string field, int longest)
        {
            if (text?.Length > longest)
            {
                problems.Add(pointer + field, "text", longest);
                return false;
            }

            // A gap where the code should stand would send residents to a line that does not know them.
            if (!settings.AnswersResidents && MessagePlaceholders.Uses(text, MessagePlaceholder.Code))
            {
                problems.Add(pointer + field, "code-no-line");
                return false;
            }

            return true;
        }
    }

    private MessageText? ReadOne(MessageInput message, string language, string pointer, DateTimeOffset now)
    {
        if (message.Recording is { } recording)
        {
            if (message.Prompt is not null)
            {
                problems.Add(pointer, "one-source");
                return null;
            }

            if (recording.Length > LargestRecording || !recording.AsSpan().StartsWith("RIFF"u8))
            {
                problems.Add(pointer + "/recording", "recording", LargestRecording / 1024 / 1024);
                return null;
            }

            return new MessageText { Language = language, Text = message.Text ?? "", Recording = RecordingShelf.Keep(settings.RecordingsDirectory, recording, now) };
        }

        if (message.Prompt is { } prompt)
        {
            if (PromptNames.All.Contains(prompt, StringComparer.Ordinal))
            {
                return new MessageText
                {
                    Language = language,
                    Text = message.Text ?? "",
                    Recording = Path.Combine(settings.PromptsDirectory, language, prompt + ".wav"),
                };
            }

            problems.Add(pointer + "/prompt", "prompt", prompt);
            return null;
        }

        if (string.IsNullOrWhiteSpace(message.Text))
        {
            problems.Add(pointer, "one-source");
            return null;
        }

        return new MessageText { Language = language, Text = message.Text.Trim() };
    }
}
