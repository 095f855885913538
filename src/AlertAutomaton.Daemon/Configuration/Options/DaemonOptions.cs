namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>The whole configuration file of AlertAutomaton.</summary>
internal sealed record DaemonOptions
{
    /// <summary>Directory of the journal, audio cache and logs; a relative path is taken from the configuration file's directory.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>The commune (or body) in whose name residents are called.</summary>
    public OrganisationOptions Organisation { get; init; } = new();

    /// <summary>Where alerts, attempts and outcomes are kept.</summary>
    public StorageOptions Storage { get; init; } = new();

    /// <summary>The HTTP face: health, metrics and the API.</summary>
    public HttpOptions Http { get; init; } = new();

    /// <summary>Acknowledgement links in texts and mails: one touch, no account.</summary>
    public LinkPageOptions Links { get; init; } = new();

    /// <summary>Telephony: listening addresses and SIP trunks.</summary>
    public SipOptions Sip { get; init; } = new();

    /// <summary>Text messages: the gateways that carry them (SMPP 3.4).</summary>
    public SmppOptions Smpp { get; init; } = new();

    /// <summary>Mail: the relay that carries it (SMTP).</summary>
    public MailOptions Mail { get; init; } = new();

    /// <summary>What every call obeys.</summary>
    public CallOptions Calls { get; init; } = new();

    /// <summary>Delivery policies beside the built-in ones (alert, information, convocation), or in their place.</summary>
    public IReadOnlyList<PolicyOptions> Policies { get; init; } = [];

    /// <summary>What forecasts assume before an alert has shown anything.</summary>
    public ForecastOptions Forecast { get; init; } = new();

    /// <summary>What texts, calls and mails cost; without prices everything is counted and nothing has a cost.</summary>
    public TariffOptions Tariffs { get; init; } = new();

    /// <summary>How much is meant to be used at most; 0 means no limit. A real alert of a vital policy is never refused for it, only warned and written down; every other launch over a limit is refused.</summary>
    public QuotaOptions Quota { get; init; } = new();

    /// <summary>Voice synthesis and recorded prompts.</summary>
    public SpeechOptions Speech { get; init; } = new();

    /// <summary>Log files and their detail.</summary>
    public LoggingOptions Logging { get; init; } = new();

    /// <summary>Who may phone in: the numbers that are answered, and how.</summary>
    public VoiceServerOptions VoiceServer { get; init; } = new();

    /// <summary>Duty chain, system alarms and test calls: who is phoned when something needs a person. Nothing of it runs while it names nobody.</summary>
    public DutyOptions Duty { get; init; } = new();
}
