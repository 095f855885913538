using System.Security;
using System.Text;
using System.Text.Json;

namespace AlertAutomaton.Speech.Http;

/// <summary>Fills placeholders in one pass, so that a text which looks like a placeholder stays text.</summary>
internal static class VoiceTemplate
{
    public static string FillUrl(string template, IReadOnlyDictionary<string, string> values)
        => Fill(template, values, Uri.EscapeDataString);

    public static string FillBody(string template, HttpVoiceBody body, IReadOnlyDictionary<string, string> values) => body switch
    {
        HttpVoiceBody.Json => Fill(template, values, value => JsonEncodedText.Encode(value).ToString()),
        HttpVoiceBody.Xml => Fill(template, values, value => SecurityElement.Escape(value) ?? ""),
        _ => Fill(template, values, value => value),
    };

    private static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string> escape)
    {
        var filled = new StringBuilder(template.Length + 256);
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
                break;
            filled.Append(template, at, open - at);
            var close = template.IndexOf('}', open);
            if (close > open && values.TryGetValue(template[(open + 1)..close], out var value))
            {
                filled.Append(escape(value));
                at = close + 1;
            }
            else
            {
                // A brace of JSON itself.
                filled.Append('{');
                at = open + 1;
            }
        }

        return filled.Append(template, at, template.Length - at).ToString();
    }
}
