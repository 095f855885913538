using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Sms.Texts;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Channels.Sms.Estimates;

/// <summary>
/// Adds up one language and role. Segments grow with the length of a name as long as the alphabet stays the same, so the worst case is one of
/// three names: the longest of those in the default alphabet, the longest of the others, the longest of all.
/// </summary>
internal sealed class SmsGroupCount(bool namesMatter, bool exact)
{
    private (string? Name, int Units) _plain = (null, -1);
    private (string? Name, int Units) _costly = (null, -1);
    private (string? Name, int Units) _longest = (null, -1);
    private int _texts;
    private long _segments;

    public void Add(string name, int texts, Func<string, string> compose, SmsTextOptions encoding)
    {
        _texts += texts;
        if (namesMatter)
        {
            Remember(name, encoding);
        }

        if (exact && namesMatter)
        {
            _segments += (long)texts * SmsMeasure.Of(compose(name), encoding).Segments;
        }
    }

    public SmsGroupEstimate Finish(string language, ContactPointRole role, Func<string?, string> compose, SmsTextOptions encoding)
    {
        var worst = new[] { _plain.Name, _costly.Name, _longest.Name }
            .Select(compose)
            .Select(text => (Text: text, Size: SmsMeasure.Of(text, encoding)))
            .MaxBy(one => (one.Size.Segments, one.Size.Units));
        return new SmsGroupEstimate
        {
            Language = language,
            Role = role,
            Texts = _texts,
            MostSegments = worst.Size.Segments,
            Segments = exact && namesMatter ? _segments : (long)_texts * worst.Size.Segments,
            Encoding = worst.Size.Encoding,
            UnitsLeft = worst.Size.UnitsLeftInSegment,
            Example = worst.Text,
            CostlyCharacters = worst.Size.Encoding == SmsEncoding.Ucs2 ? CostlyCharacters(worst.Text, encoding) : string.Empty,
        };
    }

    private static string CostlyCharacters(string text, SmsTextOptions encoding) => string.Concat(
        text.EnumerateRunes()
            .Select(rune => rune.ToString())
            .Distinct(StringComparer.Ordinal)
            .Where(one => SmsMeasure.Of(SmsComposer.Plain(one, encoding), encoding).Encoding == SmsEncoding.Ucs2)
            .Take(20));

    private void Remember(string name, SmsTextOptions encoding)
    {
        var size = SmsMeasure.Of(SmsComposer.Plain(name, encoding), encoding);
        if (size.Encoding == SmsEncoding.Ucs2)
        {
            _costly = size.Units > _costly.Units ? (name, size.Units) : _costly;
        }
        else
        {
            _plain = size.Units > _plain.Units ? (name, size.Units) : _plain;
        }

        _longest = name.Length > _longest.Units ? (name, name.Length) : _longest;
    }
}
