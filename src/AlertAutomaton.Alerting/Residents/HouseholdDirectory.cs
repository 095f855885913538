using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Residents;

/// <summary>
/// Who phones in: number or code → the household's current alerts. A read model in memory, fed at launch and rebuilt from the store after a
/// restart. An alert is current for <see cref="KeptFor"/> after its launch or until its lifetime ends, whichever is later: who missed the call
/// in the night still hears it in the morning, the all-clear included. Safe for concurrent use.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class HouseholdDirectory(TimeProvider time)
{
    /// <summary>How long after the launch an alert is at least told to those who phone.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>The most alerts kept; the oldest goes first.</summary>
    public const int MostAlerts = 64;

    /// <summary>The most recipients kept, all alerts together; the oldest alert goes first.</summary>
    public const int MostRecipients = 2_000_000;

    private const int PageSize = 10_000;
    private readonly Lock _gate = new();
    private readonly List<AlertHouseholds> _alerts = [];

    /// <summary>How many recipients it knows.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _alerts.Sum(alert => alert.Count);
            }
        }
    }

    /// <summary>Takes in an alert; one that is there already is replaced.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="recipients">All its recipients, in the order of the list.</param>
    public void Add(Alert alert, IReadOnlyCollection<Recipient> recipients)
    {
        if (recipients.Count > MostRecipients)
        {
            return;
        }

        var households = new AlertHouseholds(alert, recipients);
        lock (_gate)
        {
            _alerts.RemoveAll(known => known.Alert.Id == alert.Id || !IsCurrent(known.Alert));
            _alerts.Add(households);
            _alerts.Sort((one, other) => one.Alert.LaunchedAt.CompareTo(other.Alert.LaunchedAt));
            while (_alerts.Count > MostAlerts || _alerts.Sum(known => (long)known.Count) > MostRecipients)
            {
                _alerts.RemoveAt(0);
            }
        }
    }

    /// <summary>Reads the current alerts again after a restart. Runs beside the engine and delays nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many alerts were read.</returns>
    public Task<int> RebuildAsync(IAlertStore store, CancellationToken ct) => RebuildAsync(store, new AlertQuery { Limit = MostAlerts }, _ => true, ct);

    /// <summary>Reads again what must be known before the first text leaves: unfinished alerts whose texts give codes.</summary>
    internal Task<int> RebuildCodesAsync(IAlertStore store, CancellationToken ct) =>
        RebuildAsync(store, new AlertQuery { Limit = MostAlerts, OnlyUnfinished = true }, alert => alert.Message.UsesCodes, ct);

    private async Task<int> RebuildAsync(IAlertStore store, AlertQuery query, Func<Alert, bool> isWanted, CancellationToken ct)
    {
        var latest = await store.ListAlertsAsync(query, ct);
        var read = 0;
        foreach (var row in latest.Rows.Where(row => IsCurrent(row.Alert) && isWanted(row.Alert)))
        {
            var recipients = new List<Recipient>();
            string? after = null;
            do
            {
                var page = await store.ListRecipientsAsync(new RecipientQuery(row.Alert.Id) { After = after, Limit = PageSize }, ct);
                recipients.AddRange(page.Rows.Select(found => found.Recipient));
                after = page.Next;
            }
            while (after is not null && recipients.Count <= MostRecipients);
            Add(row.Alert, recipients);
            read++;
        }

        return read;
    }

    /// <summary>The current alerts of whoever has a number, the latest first.</summary>
    /// <param name="organisation">Whose line was called.</param>
    /// <param name="number">The number that the caller shows; a household's own or its trusted person's.</param>
    /// <returns>Empty when it is in no current alert.</returns>
    public IReadOnlyList<HouseholdAlert> Find(OrganisationId organisation, E164Number number) => Find(organisation, alert => alert.ByNumber(number.Digits));

    /// <summary>The current alerts of the household with a code, the latest first. Where two households had the code, those of the later alert's.</summary>
    /// <param name="organisation">Whose line was called.</param>
    /// <param name="code">10000 to 99999.</param>
    /// <returns>Empty when nobody has it.</returns>
    public IReadOnlyList<HouseholdAlert> Find(OrganisationId organisation, int code)
    {
        var found = Find(organisation, alert => alert.ByCode(code));
        return found.Count == 0 ? found : [.. found.Where(alert => alert.Contact == found[0].Contact)];
    }

    /// <summary>The code of a recipient, for its text message or letter.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="recipient">The recipient.</param>
    /// <returns>Five digits; null when the alert is not known here or has more than 90,000 recipients and this is a later one.</returns>
    public int? CodeOf(AlertId alert, RecipientId recipient)
    {
        lock (_gate)
        {
            return _alerts.Find(known => known.Alert.Id == alert)?.CodeOf(recipient);
        }
    }

    /// <summary>The current alerts of an organisation, the latest first.</summary>
    /// <param name="organisation">Whose.</param>
    /// <returns>Empty when there is none.</returns>
    public IReadOnlyList<Alert> CurrentOf(OrganisationId organisation)
    {
        lock (_gate)
        {
            return [.. _alerts.Where(known => known.Alert.Organisation == organisation && IsCurrent(known.Alert)).Select(known => known.Alert).Reverse()];
        }
    }

    private List<HouseholdAlert> Find(OrganisationId organisation, Func<AlertHouseholds, HouseholdAlert?> look)
    {
        lock (_gate)
        {
            var found = new List<HouseholdAlert>();
            for (var at = _alerts.Count - 1; at >= 0; at--)
            {
                var alert = _alerts[at];
                if (alert.Alert.Organisation == organisation && IsCurrent(alert.Alert) && look(alert) is { } household)
                {
                    found.Add(household);
                }
            }

            return found;
        }
    }

    private bool IsCurrent(Alert alert)
    {
        var now = time.GetUtcNow();
        return now < alert.ExpiresAt || now < alert.LaunchedAt + KeptFor;
    }
}
