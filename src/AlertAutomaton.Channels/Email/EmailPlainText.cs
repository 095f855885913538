using System.Text;

namespace AlertAutomaton.Channels.Email;

/// <summary>Writes a body as plain text, for readers without HTML and for those who hear their mail.</summary>
internal static class EmailPlainText
{
    private const string LineEnd = "\r\n";

    public static string Write(EmailBody body)
    {
        var text = new StringBuilder();
        bool small = false;
        foreach (EmailBlock block in body.Blocks)
        {
            if (block is EmailBlock.Foot && !small)
            {
                // The signature mark: readers set what follows apart (RFC 3676 §4.3).
                text.Append("-- ").Append(LineEnd);
                small = true;
            }

            text.Append(Lines(block)).Append(LineEnd);
            if (!small)
            {
                text.Append(LineEnd);
            }
        }

        return text.ToString();
    }

    private static string Lines(EmailBlock block) => block switch
    {
        EmailBlock.Banner banner => $"*** {banner.Text} ***",
        EmailBlock.Heading heading => heading.Text,
        EmailBlock.Note note => note.Text,
        EmailBlock.Paragraph paragraph => paragraph.Text.ReplaceLineEndings(LineEnd),
        EmailBlock.Answer answer => $"> {answer.Label}{LineEnd}{answer.Link}",
        EmailBlock.Foot foot => foot.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A piece of a mail without plain text."),
    };
}
