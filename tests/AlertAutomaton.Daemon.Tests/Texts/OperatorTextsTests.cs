using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Http.Problems;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Tests.Texts;

public sealed partial class OperatorTextsTests
{
    private static readonly ResourceManager Resources = new("AlertAutomaton.Daemon.Resources.Operator", typeof(OperatorTexts).Assembly);

    [Fact]
    public void Every_text_exists_in_each_language_with_the_same_places()
    {
        var english = Read("");
        var french = Read("fr");

        Assert.True(english.Count > 300);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), french.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in english)
        {
            Assert.True(Places(text).SetEquals(Places(french[key])), key);
        }
    }

    [Fact]
    public void Every_text_that_the_source_names_exists()
    {
        var known = Read("");
        var sources = Directory.GetFiles(Path.Combine(Repository(), "src", "AlertAutomaton.Daemon"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var named = sources.SelectMany(file => KeyForm().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value)).Distinct().ToList();

        Assert.True(named.Count > 100);
        Assert.Empty(named.Where(key => !known.ContainsKey(key)));
    }

    [Fact]
    public void Every_value_that_is_shown_by_name_has_its_text()
    {
        var texts = new OperatorTexts(CultureInfo.GetCultureInfo("fr-FR"));
        Assert.All(Enum.GetValues<AlertKind>(), kind => Assert.True(texts.Has("kind." + kind.ToString().ToLowerInvariant())));
        Assert.All(Enum.GetValues<AlertPhase>(), phase => Assert.True(texts.Has("state." + phase.ToString().ToLowerInvariant())));
        Assert.All(Enum.GetValues<AlertEnding>().Skip(1), ending => Assert.True(texts.Has("ending." + ending.ToString().ToLowerInvariant())));
        Assert.All(Enum.GetValues<PhoneNumberRefusal>().Skip(1), refusal => Assert.True(texts.Has($"number.{refusal}")));
        CallerIdVerdict[] judged = [CallerIdVerdict.Allowed, CallerIdVerdict.NotJudged, CallerIdVerdict.NotANumber];
        Assert.All(Enum.GetValues<CallerIdVerdict>().Except(judged), verdict => Assert.True(texts.Has($"caller-id.{verdict}")));
        Assert.All(Enum.GetValues<PinFault>().Skip(1), fault => Assert.True(texts.Has($"order.pin.{fault}")));
        Assert.All(Enum.GetValues<ScenarioFault>(), fault => Assert.True(texts.Has($"order.scenario.{fault}")));
        Assert.All(Enum.GetValues<OperatorRole>(), role => Assert.True(texts.Has("operator.role." + AlertResources.Word(role))));
        Assert.All(Enum.GetNames<ProblemKind>(), kind => Assert.True(texts.Has($"problem.{Dashes().Replace(kind, "-$0").ToLowerInvariant()}.detail")));
    }

    [Theory]
    [InlineData("fr", "en_GB.UTF-8", "fr")]
    [InlineData(null, "fr_FR.UTF-8", "fr")]
    [InlineData(null, "en_US.UTF-8", "en")]
    [InlineData("de", "fr_FR.UTF-8", "fr")]
    public void The_language_is_the_one_asked_for_else_that_of_the_session(string? asked, string lang, string expected)
    {
        var culture = OperatorLanguage.Choose(asked, name => name == "LANG" ? lang : null);

        Assert.Equal(expected, culture.TwoLetterISOLanguageName);
    }

    private static HashSet<string> Places(string text) => [.. PlaceForm().Matches(text).Select(match => match.Groups["number"].Value)];

    private static Dictionary<string, string> Read(string culture)
    {
        // The manager keeps the set for everybody; it is not ours to dispose of.
        var set = Resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AlertAutomaton.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"(?<!\{)\{(?<number>\d+)")]
    private static partial Regex PlaceForm();

    // Whole literals only: interpolated keys are covered by the enumerations above.
    [GeneratedRegex("""(?:[tT]exts\[|Say\(|[tT]exts\.Format\(|Fail\(ExitCode\.\w+, )"(?<key>[a-z0-9.-]+)"\s*[\],)]""")]
    private static partial Regex KeyForm();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Dashes();
}
