using System.Globalization;
using System.Text;

namespace AlertAutomaton.Channels.Email;

/// <summary>
/// Writes a body as HTML that stays readable without styles, images or scripts: one column of headings, paragraphs and links. Colours are
/// named in pairs, so that a reader's dark mode may turn them round. Only ASCII is written; everything else is a numeric reference, so that
/// the part needs no transfer encoding.
/// </summary>
internal static class EmailHtml
{
    private const string LineEnd = "\r\n";
    private const string Column = "max-width:36em;margin:0 auto;padding:16px;font-family:sans-serif;font-size:18px;line-height:1.4";
    private const string Alarm = "margin:0 0 16px;padding:12px;font-weight:bold;background-color:#b00020;color:#ffffff";
    private const string Button = "display:block;padding:16px;font-size:20px;font-weight:bold;text-align:center;text-decoration:none;border-radius:8px;background-color:#0b57d0;color:#ffffff";
    private const string Small = "margin:8px 0;font-size:14px";

    /// <summary>RFC 5322 §2.1.1 allows 998 characters on a line.</summary>
    private const int LongestLine = 900;

    public static string Write(EmailBody body)
    {
        var html = new StringBuilder();
        Line(html, "<!DOCTYPE html>");
        Line(html, $"<html lang=\"{Encode(body.Language)}\">");
        Line(html, "<head>");
        Line(html, "<meta charset=\"utf-8\">");
        Line(html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line(html, "<meta name=\"color-scheme\" content=\"light dark\">");
        Line(html, "<meta name=\"supported-color-schemes\" content=\"light dark\">");
        Line(html, $"<title>{Encode(body.Title)}</title>");
        Line(html, "</head>");
        Line(html, "<body>");
        Line(html, $"<div style=\"{Column}\">");
        foreach (EmailBlock block in body.Blocks)
        {
            Line(html, Element(block, body.TextLanguage));
        }

        Line(html, "</div>");
        Line(html, "</body>");
        Line(html, "</html>");
        return html.ToString();
    }

    /// <summary>Text as it may stand between tags and in quoted attributes.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        int line = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int before = encoded.Length;
            // Long lines are broken at spaces, which HTML does not tell from line ends.
            if (rune.Value == ' ' && line > LongestLine - 100)
            {
                encoded.Append(LineEnd);
                line = 0;
                continue;
            }

            if (rune.Value is '<' or '>' or '&' or '"' or '\'' || !rune.IsAscii)
            {
                encoded.Append("&#").Append(rune.Value.ToString(CultureInfo.InvariantCulture)).Append(';');
            }
            else if (rune.Value >= ' ')
            {
                encoded.Append((char)rune.Value);
            }

            line += encoded.Length - before;
        }

        return encoded.ToString();
    }

    private static string Element(EmailBlock block, string textLanguage) => block switch
    {
        EmailBlock.Banner banner => $"<p style=\"{Alarm}\">{Encode(banner.Text)}</p>",
        EmailBlock.Heading heading => $"<h1 style=\"font-size:24px\">{Encode(heading.Text)}</h1>",
        EmailBlock.Note note => $"<p>{Encode(note.Text)}</p>",
        EmailBlock.Paragraph paragraph => $"<p dir=\"auto\" lang=\"{Encode(textLanguage)}\">{Lines(paragraph.Text)}</p>",
        EmailBlock.Answer answer => $"<p style=\"margin:16px 0\"><a href=\"{Encode(answer.Link)}\" style=\"{Button}\">{Encode(answer.Label)}</a></p>",
        EmailBlock.Foot foot => $"<p style=\"{Small}\">{Encode(foot.Text)}</p>",
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A piece of a mail without HTML."),
    };

    private static string Lines(string text) => string.Join("<br>" + LineEnd, text.ReplaceLineEndings("\n").Split('\n').Select(Encode));

    private static void Line(StringBuilder html, string line) => html.Append(line).Append(LineEnd);
}
