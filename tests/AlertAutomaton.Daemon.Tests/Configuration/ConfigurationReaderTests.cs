using System.Text;
using AlertAutomaton.Daemon.Configuration;
using AlertAutomaton.Daemon.Configuration.Options;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Daemon.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    private const string Good = """
        {
          // a comment
          "Organisation": { "Name": "Valbourg", },
          "Sip": { "Trunks": [ { "Name": "operator", "Uri": "sip:192.0.2.10:5060", "CallerId": "+33162000000", "Password": "secret-word" } ] },
        }
        """;

    [Fact]
    public void Comments_and_trailing_commas_are_accepted_and_defaults_fill_the_rest()
    {
        var options = Read(Good).Options;

        Assert.NotNull(options);
        Assert.Equal("Valbourg", options.Organisation.Name);
        Assert.Equal("20000-29999", options.Sip.RtpPorts);
        Assert.Equal(30, options.Sip.Trunks[0].Channels);
    }

    [Fact]
    public void A_byte_order_mark_is_accepted()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)];

        Assert.NotNull(ConfigurationReader.Read("file", content, []).Options);
    }

    [Fact]
    public void Names_of_options_are_read_without_regard_to_case()
    {
        var options = Read(Good.Replace("\"Organisation\"", "\"organisation\"", StringComparison.Ordinal)).Options;

        Assert.Equal("Valbourg", options!.Organisation.Name);
    }

    [Fact]
    public void The_environment_overrides_a_value_and_adds_what_is_missing()
    {
        var options = Read(
            Good,
            ("ALERTAUTOMATON__Sip__Trunks__0__Password", "from outside"),
            ("alertautomaton__Calls__RingSeconds", "50"),
            ("ALERTAUTOMATON__Speech__Languages", "en, fr"),
            ("ALERTAUTOMATON__Http__Urls__0", "http://127.0.0.1:9000"),
            ("OTHER__Sip", "ignored")).Options;

        Assert.NotNull(options);
        Assert.Equal("from outside", options.Sip.Trunks[0].Password);
        Assert.Equal("operator", options.Sip.Trunks[0].Name);
        Assert.Equal(50, options.Calls.RingSeconds);
        Assert.Equal(["en", "fr"], options.Speech.Languages);
        Assert.Equal(["http://127.0.0.1:9000"], options.Http.Urls);
    }

    [Fact]
    public void A_whole_trunk_can_come_from_the_environment()
    {
        var options = Read(
            """{ "Organisation": { "Name": "Valbourg" } }""",
            ("ALERTAUTOMATON__Sip__Trunks__0__Name", "operator"),
            ("ALERTAUTOMATON__Sip__Trunks__0__Uri", "sip:192.0.2.10"),
            ("ALERTAUTOMATON__Sip__Trunks__0__Channels", "12"),
            ("ALERTAUTOMATON__Sip__Trunks__0__CallerId", "+33162000000")).Options;

        Assert.Equal(12, options!.Sip.Trunks[0].Channels);
    }

    [Fact]
    public void A_relative_data_directory_is_taken_from_the_file_and_not_from_where_the_daemon_was_started()
    {
        var reading = ConfigurationReader.Read("/etc/alertautomaton/alertautomaton.json", Encoding.UTF8.GetBytes(Good), []);

        Assert.Equal(Path.GetFullPath("/etc/alertautomaton/data"), reading.Options!.DataDirectory);
    }

    [Fact]
    public void A_missing_file_is_a_problem_and_not_an_exception()
    {
        var reading = ConfigurationReader.ReadFile("/nowhere/alertautomaton.json", []);

        Assert.Null(reading.Options);
        Assert.Equal("file-missing", Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Effective_values_hold_every_option_and_no_secret()
    {
        var values = EffectiveValues.Of(Read(Good).Options!).ToDictionary();

        Assert.Equal("********", values["Sip.Trunks[0].Password"]);
        Assert.Equal("operator", values["Sip.Trunks[0].Name"]);
        Assert.Equal("35", values["Calls.RingSeconds"]);
        Assert.DoesNotContain("secret-word", string.Join('\n', values.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_throw()
    {
        var fragments = new[]
        {
            "{", "}", "[", "]", ",", ":", "\"Sip\"", "\"Trunks\"", "\"Organisation\"", "null", "true", "-1", "1e999", "\"\"", "//x\n", "/*", "é", "\"\\u0000\"", "\"Channels\"",
        };
        var texts = Gen.Elements(fragments).ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text => Read(text) is { } reading && (reading.Options is not null || reading.Problems.Count > 0)).QuickCheckThrowOnFailure();
        Prop.ForAll<byte[]>(bytes => ConfigurationReader.Read("file", bytes ?? [], []).Options is null).QuickCheckThrowOnFailure();
    }

    private static ConfigurationReading Read(string text, params (string Name, string Value)[] environment) =>
        ConfigurationReader.Read("file", Encoding.UTF8.GetBytes(text), environment.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
