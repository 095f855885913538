using System.Collections;
using System.Globalization;
using AlertAutomaton.Daemon.Configuration.Model;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration;

/// <summary>Lists every option with the value that holds, secrets masked; logged once at start.</summary>
internal static class EffectiveValues
{
    private const string Mask = "********";

    public static IEnumerable<KeyValuePair<string, string>> Of(DaemonOptions options) => Walk(options, "");

    private static IEnumerable<KeyValuePair<string, string>> Walk(object section, string path)
    {
        foreach (var option in OptionsModel.Of(section.GetType()))
        {
            var at = path.Length == 0 ? option.Name : $"{path}.{option.Name}";
            var value = option.Property.GetValue(section);
            switch (value)
            {
                case null:
                    break;
                case var _ when option.IsSecret:
                    yield return KeyValuePair.Create(at, value is "" ? "" : Mask);
                    break;
                case IReadOnlyDictionary<string, string> named:
                    yield return KeyValuePair.Create(at, string.Join(", ", named.Select(pair => $"{pair.Key}={pair.Value}")));
                    break;
                case IReadOnlyList<string> texts:
                    yield return KeyValuePair.Create(at, string.Join(", ", texts));
                    break;
                case IReadOnlyList<double> numbers:
                    yield return KeyValuePair.Create(at, string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))));
                    break;
                case IEnumerable sections when option.Kind == OptionKind.SectionList:
                    var index = 0;
                    foreach (var pair in sections.Cast<object>().SelectMany(item => Walk(item, $"{at}[{index++}]")))
                    {
                        yield return pair;
                    }

                    break;
                case var inner when option.Kind == OptionKind.Section:
                    foreach (var pair in Walk(inner, at))
                    {
                        yield return pair;
                    }

                    break;
                default:
                    yield return KeyValuePair.Create(at, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                    break;
            }
        }
    }
}
