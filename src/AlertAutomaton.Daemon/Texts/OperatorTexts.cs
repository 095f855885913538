using System.Globalization;
using System.Resources;

namespace AlertAutomaton.Daemon.Texts;

/// <summary>What operators read, in their language. A language is a resource file; English is the one that others fall back to.</summary>
internal sealed class OperatorTexts(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new("AlertAutomaton.Daemon.Resources.Operator", typeof(OperatorTexts).Assembly);

    /// <summary>The culture whose texts and number forms are used.</summary>
    public CultureInfo Culture { get; } = culture;

    /// <summary>The text of that key.</summary>
    /// <exception cref="KeyNotFoundException">No resource file has the key: a fault in the program.</exception>
    public string this[string key] =>
        Resources.GetString(key, Culture) ?? throw new KeyNotFoundException($"There is no operator text '{key}'.");

    /// <summary>The text of that key with its places filled.</summary>
    public string Format(string key, params ReadOnlySpan<object?> arguments) => string.Format(Culture, this[key], Resolved(arguments));

    /// <summary>True when a text exists under that key.</summary>
    public bool Has(string key) => Resources.GetString(key, Culture) is not null;

    private object?[] Resolved(ReadOnlySpan<object?> arguments)
    {
        var resolved = arguments.ToArray();
        for (var i = 0; i < resolved.Length; i++)
        {
            if (resolved[i] is TextKey key)
            {
                resolved[i] = this[key.Name];
            }
        }

        return resolved;
    }
}
