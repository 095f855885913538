using System.CommandLine;
using System.Globalization;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine.Sending;

/// <summary>The options of <c>send</c>.</summary>
internal sealed class SendOptions
{
    private readonly Option<string> _config;
    private readonly Option<string?> _url;
    private readonly Option<string> _contacts;
    private readonly Option<string[]> _text;
    private readonly Option<string[]> _recording;
    private readonly Option<string[]> _smsText;
    private readonly Option<string?> _event;
    private readonly Option<int?> _quorum;
    private readonly Option<string> _kind;
    private readonly Option<string> _policy;
    private readonly Option<string?> _title;
    private readonly Option<string?> _lifetime;
    private readonly Option<string?> _key;
    private readonly Option<bool> _wait;
    private readonly Option<bool> _yes;
    private readonly Option<bool> _skip;
    private readonly Option<string> _onInterrupt;

    public SendOptions(VerbSupport support)
    {
        var texts = support.Texts;
        _config = support.Config();
        _url = support.Url();
        _contacts = new Option<string>("--contacts") { Description = texts["cli.send.contacts"], HelpName = "CSV", Required = true };
        _text = new Option<string[]>("--text") { Description = texts["cli.send.text"], HelpName = "[LANG=]TEXT" };
        _recording = new Option<string[]>("--recording") { Description = texts["cli.send.recording-option"], HelpName = "[LANG=]WAV" };
        _smsText = new Option<string[]>("--sms-text") { Description = texts["cli.send.sms-text"], HelpName = "[LANG=]TEXT" };
        _event = new Option<string?>("--event") { Description = texts["cli.send.event"], HelpName = "TIME" };
        _quorum = new Option<int?>("--quorum") { Description = texts["cli.send.quorum"] };
        _kind = new Option<string>("--kind") { Description = texts["cli.send.kind"], DefaultValueFactory = _ => "real" };
        _kind.AcceptOnlyFromAmong("real", "exercise", "test");
        _policy = new Option<string>("--policy") { Description = texts["cli.send.policy"], HelpName = "NAME", DefaultValueFactory = _ => "alert" };
        _title = new Option<string?>("--title") { Description = texts["cli.send.title"] };
        _lifetime = new Option<string?>("--lifetime") { Description = texts["cli.send.lifetime"], HelpName = "100s|30m|4h" };
        _key = new Option<string?>("--idempotency-key") { Description = texts["cli.send.key"] };
        _wait = new Option<bool>("--wait") { Description = texts["cli.send.wait"] };
        _yes = new Option<bool>("--yes") { Description = texts["cli.send.yes"] };
        _skip = new Option<bool>("--skip-rejected") { Description = texts["cli.send.skip"] };
        _onInterrupt = new Option<string>("--on-interrupt") { Description = texts["cli.send.on-interrupt"], DefaultValueFactory = _ => "ask" };
        _onInterrupt.AcceptOnlyFromAmong("ask", "stop", "leave");
        All = [_contacts, _text, _smsText, _recording, _event, _quorum, _kind, _policy, _title, _lifetime, _wait, _onInterrupt, _skip, _yes, _key, _config, _url];
    }

    public IReadOnlyList<Option> All { get; }

    public string ConfigOf(ParseResult parsed) => parsed.GetValue(_config)!;

    public string? UrlOf(ParseResult parsed) => parsed.GetValue(_url);

    /// <summary>The request, or null after what is wrong was said.</summary>
    public SendRequest? Read(CommandContext context, ParseResult parsed)
    {
        int? lifetime = null;
        if (parsed.GetValue(_lifetime) is { } written && (lifetime = DurationText.Read(written)) is null)
        {
            context.Fail(ExitCode.Usage, "cli.send.bad-lifetime", written);
            return null;
        }

        DateTimeOffset? eventAt = null;
        if (parsed.GetValue(_event) is { } time
            && (eventAt = DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var held) ? held : null) is null)
        {
            context.Fail(ExitCode.Usage, "cli.send.bad-event", time);
            return null;
        }

        return new SendRequest
        {
            SmsTexts = parsed.GetValue(_smsText) ?? [],
            EventAt = eventAt,
            Quorum = parsed.GetValue(_quorum),
            Contacts = parsed.GetValue(_contacts)!,
            Texts = parsed.GetValue(_text) ?? [],
            Recordings = parsed.GetValue(_recording) ?? [],
            Language = context.Texts.Culture.TwoLetterISOLanguageName,
            Kind = parsed.GetValue(_kind)!,
            Policy = parsed.GetValue(_policy)!,
            Title = parsed.GetValue(_title),
            LifetimeSeconds = lifetime,
            IdempotencyKey = parsed.GetValue(_key),
            Wait = parsed.GetValue(_wait),
            Yes = parsed.GetValue(_yes),
            SkipRejected = parsed.GetValue(_skip),
            OnInterrupt = Enum.Parse<InterruptChoice>(parsed.GetValue(_onInterrupt)!, ignoreCase: true),
        };
    }
}
