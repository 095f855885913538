using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>The engine as its users see it: launches alerts, steers them, says how far they are. Safe for concurrent use.</summary>
public sealed class AlertService : IAsyncDisposable
{
    private readonly IAlertStore _store;
    private readonly IReadOnlyList<IDeliveryChannel> _channels;
    private readonly DispatcherOptions _options;
    private readonly TimeProvider _time;
    private readonly Dispatcher _dispatcher;
    private readonly PastCalls _past;
    private readonly IStandingCallCleaner? _cleaner;

    /// <summary>Builds the engine; nothing runs before <see cref="StartAsync"/>.</summary>
    /// <param name="store">Where everything is written.</param>
    /// <param name="channels">The channels, one per kind.</param>
    /// <param name="options">How the engine behaves.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The log.</param>
    /// <param name="cleaner">Hangs up what an earlier process left standing; null where there are no calls.</param>
    public AlertService(
        IAlertStore store,
        IEnumerable<IDeliveryChannel> channels,
        DispatcherOptions options,
        TimeProvider time,
        ILoggerFactory loggers,
        IStandingCallCleaner? cleaner = null)
        : this(store, channels, options, time, loggers, cleaner, pumped: false)
    {
    }

    /// <summary>Builds the engine, for tests that turn the loop themselves.</summary>
    internal AlertService(
        IAlertStore store,
        IEnumerable<IDeliveryChannel> channels,
        DispatcherOptions options,
        TimeProvider time,
        ILoggerFactory loggers,
        IStandingCallCleaner? cleaner,
        bool pumped)
    {
        _store = store;
        _channels = [.. channels];
        _options = options;
        _time = time;
        _cleaner = cleaner;
        Feed = new AlertFeed();
        Households = new HouseholdDirectory(time);
        _past = new PastCalls(store);
        _dispatcher = new Dispatcher(store, _channels, options, time, Feed, loggers.CreateLogger<AlertService>(), pumped) { CodeOf = Households.CodeOf };
    }

    /// <summary>The live stream.</summary>
    public AlertFeed Feed { get; }

    /// <summary>Who phones in, by number or code. After a restart the host rebuilds it beside the engine.</summary>
    public HouseholdDirectory Households { get; }

    /// <summary>Whether the engine can work. A fatal fault of the store should end the process with an alarm.</summary>
    public DispatcherHealth Health => _dispatcher.Health;

    /// <summary>The loop, for tests that turn it themselves.</summary>
    internal Dispatcher Dispatcher => _dispatcher;

    /// <summary>Starts the engine and goes on with every alert that an earlier process left unfinished.</summary>
    /// <param name="ct">Gives up reading the store.</param>
    /// <returns>How many alerts go on.</returns>
    public async Task<int> StartAsync(CancellationToken ct)
    {
        // A text with a code must not leave before the code is known again; other alerts wait for no such reading.
        await Households.RebuildCodesAsync(_store, ct);
        _dispatcher.Start();
        return await _dispatcher.RestartAsync(_cleaner, ct);
    }

    /// <summary>Launches an alert. Accepted means: the alert and all its recipients are synced on disk.</summary>
    /// <param name="request">The order.</param>
    /// <param name="idempotencyKey">Chosen by whoever orders, 1 to 200 characters: the same key never launches twice.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>The answer; expected failures are verdicts.</returns>
    public async Task<LaunchResult> LaunchAsync(LaunchRequest request, string idempotencyKey, CancellationToken ct)
    {
        var faults = LaunchRequestValidator.Validate(request, idempotencyKey);
        if (faults.Count > 0)
        {
            return new LaunchResult(LaunchVerdict.Invalid, default, faults);
        }

        if (!Health.CanWork)
        {
            return new LaunchResult(Health.NeedsSpace ? LaunchVerdict.StoreFull : LaunchVerdict.StoreUnavailable, default, [Health.StoreFault!]);
        }

        var audience = FrozenAudience.Of(request.Audience, request.Policy.Purpose, _time);
        if (audience.Recipients.Count == 0)
        {
            return new LaunchResult(LaunchVerdict.Invalid, default, ["Audience: everybody on the list refuses information on every way there is."]);
        }

        var order = new AlertOrder
        {
            Alert = new Alert
            {
                Id = AlertId.New(_time),
                Organisation = request.Organisation,
                Kind = request.Kind,
                Title = request.Title,
                Message = request.Message,
                Policy = request.Policy,
                LaunchedAt = _dispatcher.Now.ToUniversalTime(),
                Lifetime = request.Lifetime,
                LaunchedBy = request.LaunchedBy,
                TimeZone = request.TimeZone,
                EventAt = request.EventAt?.ToUniversalTime(),
                Quorum = request.Quorum,
            },
            Recipients = audience.Recipients,
            RefusalsOverridden = audience.RefusalsOverridden,
            LeftOut = audience.LeftOut,
            QuotaOverridden = request.QuotaOverridden,
            IdempotencyKey = idempotencyKey,
            Fingerprint = LaunchFingerprint.Of(request),
        };
        try
        {
            var accepted = await _store.AcceptAsync(order, ct);
            switch (accepted.Verdict)
            {
                case AcceptVerdict.Accepted:
                    Adopt(order);
                    return new LaunchResult(LaunchVerdict.Accepted, accepted.Alert, []) { LeftOut = audience.LeftOut, RefusalsOverridden = audience.RefusalsOverridden };
                case AcceptVerdict.AlreadyAccepted:
                    return new LaunchResult(LaunchVerdict.AlreadyAccepted, accepted.Alert, []);
                default:
                    return new LaunchResult(LaunchVerdict.KeyConflict, accepted.Alert, ["IdempotencyKey: used before for another order."]);
            }
        }
        catch (AlertStoreException fault)
        {
            return new LaunchResult(fault.NeedsSpace ? LaunchVerdict.StoreFull : LaunchVerdict.StoreUnavailable, default, [fault.Message]);
        }
    }

    // Calls never wait until the codes are given; texts that hold them do.
    private void Adopt(AlertOrder order)
    {
        var codesFirst = order.Alert.Message.UsesCodes;
        if (codesFirst)
        {
            Households.Add(order.Alert, order.Recipients);
        }

        _ = _dispatcher.AdoptAsync(order);
        if (!codesFirst)
        {
            Households.Add(order.Alert, order.Recipients);
        }
    }

    /// <summary>Begins no new attempt until resumed. Calls in progress go on; so does the lifetime.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The answer.</returns>
    public Task<CommandVerdict> PauseAsync(AlertId alert, string by, string reason) => _dispatcher.PauseAsync(alert, by, reason);

    /// <summary>Goes on after a pause.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="by">Who.</param>
    /// <returns>The answer.</returns>
    public Task<CommandVerdict> ResumeAsync(AlertId alert, string by) => _dispatcher.ResumeAsync(alert, by);

    /// <summary>
    /// Stops an alert for good. When this has answered, no attempt begins any more; calls that ring are cancelled, calls that talk may
    /// end within <see cref="DispatcherOptions.TalkingLimit"/>. Stopping tells nobody: offer the all-clear beside it.
    /// </summary>
    /// <param name="alert">Which.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The answer.</returns>
    public Task<CommandVerdict> StopAsync(AlertId alert, string by, string reason) => _dispatcher.StopAsync(alert, by, reason);

    /// <summary>Records an acknowledgement that came otherwise than in an attempt: a call-back, a reply, a link, an operator.</summary>
    /// <param name="alert">Which alert. After its end the answer goes into the journal as late, and <see cref="CommandVerdict.NotRunning"/> is returned.</param>
    /// <param name="recipient">Who; must be of this alert.</param>
    /// <param name="option">What was said.</param>
    /// <param name="via">Where it came from: <c>call-back</c>, <c>sms-reply</c>, <c>link</c>, <c>operator</c>.</param>
    /// <returns>The answer; may be confirmed to the resident only when <see cref="CommandVerdict.Done"/>.</returns>
    public Task<CommandVerdict> AcknowledgeAsync(AlertId alert, RecipientId recipient, AcknowledgementOption option, string via) =>
        _dispatcher.AcknowledgeAsync(alert, recipient, option, via);

    /// <summary>Records what the network tells later about an attempt that it had taken: a receipt of a text, a bounce of a mail.</summary>
    /// <param name="place">The attempt, as <see cref="FindAttemptsAsync"/> found it.</param>
    /// <param name="report">What is told.</param>
    /// <returns>What became of it. Never goes backwards: what is known to be delivered stays so.</returns>
    public Task<ReportVerdict> ReportDeliveryAsync(AttemptPlace place, DeliveryReport report) => _dispatcher.ReportDeliveryAsync(place, report);

    /// <summary>Finds attempts by a message id, a link, or the number a reply came from.</summary>
    /// <param name="references">See <see cref="AttemptReference"/>; at most 64.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The attempts, the one that began last first.</returns>
    public Task<IReadOnlyList<AttemptPlace>> FindAttemptsAsync(IReadOnlyList<string> references, int limit, CancellationToken ct) =>
        _store.FindAttemptsAsync(references, limit, ct);

    /// <summary>Finds a recipient of an alert that runs here, to answer it in its language.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="recipient">The recipient.</param>
    /// <returns>Null when the alert does not run here, or does not have it.</returns>
    public Task<RunningRecipient?> FindRecipientAsync(AlertId alert, RecipientId recipient) => _dispatcher.RecipientAsync(alert, recipient);

    /// <summary>Closes a contact point in all running alerts: found invalid, or withdrawn by its owner.</summary>
    /// <param name="point">The point.</param>
    /// <param name="verdict">What is known.</param>
    /// <param name="why">For people.</param>
    /// <returns>In how many recipients it was closed.</returns>
    public Task<int> CloseContactPointAsync(ContactPointId point, PointVerdict verdict, string why) => _dispatcher.ClosePointAsync(point, verdict, why);

    /// <summary>How far an alert is that runs here, or finished here lately.</summary>
    /// <param name="alert">Which.</param>
    /// <returns>Null when it is neither: ask <see cref="GetAsync"/>.</returns>
    public Task<AlertProgress?> GetProgressAsync(AlertId alert) => _dispatcher.ProgressAsync(alert);

    /// <summary>How far all alerts are that run here.</summary>
    /// <returns>One snapshot each.</returns>
    public Task<IReadOnlyList<AlertProgress>> GetRunningAsync() => _dispatcher.RunningAsync();

    /// <summary>Waits until an alert is finished and that is on disk.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="ct">Gives up waiting; the alert goes on.</param>
    /// <returns>Its last figures; null when it does not run here and did not finish here lately.</returns>
    public Task<AlertProgress?> WaitUntilFinishedAsync(AlertId alert, CancellationToken ct) => _dispatcher.FinishedAsync(alert).WaitAsync(ct);

    /// <summary>Lists alerts from disk, the latest first.</summary>
    /// <param name="query">Which page.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>One page.</returns>
    public Task<Page<AlertRow>> ListAsync(AlertQuery query, CancellationToken ct) => _store.ListAlertsAsync(query, ct);

    /// <summary>Reads the current alerts into <see cref="Households"/> again after a restart; may take seconds for a large town and delays nothing.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many alerts were read.</returns>
    public Task<int> RebuildHouseholdsAsync(CancellationToken ct) => Households.RebuildAsync(_store, ct);

    /// <summary>Reads an alert from disk.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    public Task<AlertRow?> GetAsync(AlertId alert, CancellationToken ct) => _store.GetAlertAsync(alert, ct);

    /// <summary>Lists recipients from disk.</summary>
    /// <param name="query">Which page.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>One page.</returns>
    public Task<Page<RecipientRow>> ListRecipientsAsync(RecipientQuery query, CancellationToken ct) => _store.ListRecipientsAsync(query, ct);

    /// <summary>Lists attempts from disk.</summary>
    /// <param name="query">Which page.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>One page.</returns>
    public Task<Page<AttemptRow>> ListAttemptsAsync(AttemptQuery query, CancellationToken ct) => _store.ListAttemptsAsync(query, ct);

    /// <summary>Reads a journal from disk.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="afterSequence">0 for all.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The entries.</returns>
    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(AlertId alert, long afterSequence, CancellationToken ct) =>
        _store.ReadJournalAsync(alert, afterSequence, ct);

    /// <summary>Says honestly how long a launch would take on the lines there are.</summary>
    /// <param name="request">What would be launched.</param>
    /// <param name="assumptions">Message length, ring times, answer rates.</param>
    /// <returns>The forecast of the slowest route.</returns>
    public DeliveryForecast Forecast(LaunchRequest request, ForecastAssumptions assumptions) =>
        LaunchForecast.Of(request, assumptions, _channels, new PhoneNumbers.NumberPolicy(_options.Numbers), _dispatcher.Now);

    /// <summary>Says what a launch would use and cost before it happens.</summary>
    /// <param name="request">What would be launched.</param>
    /// <param name="forecast">What <see cref="Forecast"/> said of it.</param>
    /// <param name="assumptions">The assumptions that the forecast was made with.</param>
    /// <param name="tariffs">The prices.</param>
    /// <param name="segmentsOf">How many segments a text of the launch has in a language at most.</param>
    /// <returns>The estimate.</returns>
    public LaunchCost EstimateCost(
        LaunchRequest request, DeliveryForecast forecast, ForecastAssumptions assumptions, TariffTable tariffs, Func<LaunchRequest, string, int> segmentsOf)
    {
        var terms = LaunchForecast.TermsOf(request, _channels, new PhoneNumbers.NumberPolicy(_options.Numbers), _dispatcher.Now);
        var costing = new LaunchCosting { Forecast = forecast, Assumptions = assumptions, Terms = terms, Tariffs = tariffs, SegmentsOf = segmentsOf };
        return costing.Of(request, FrozenAudience.Of(request.Audience, request.Policy.Purpose, _time).Recipients);
    }

    /// <summary>What the engine has to do at this moment.</summary>
    /// <returns>One snapshot.</returns>
    public Task<EngineLoad> GetLoadAsync() => _dispatcher.LoadAsync();

    /// <summary>Finds the alert that an idempotency key was accepted for.</summary>
    /// <param name="organisation">Whose key.</param>
    /// <param name="idempotencyKey">The key.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when the key is free.</returns>
    public Task<AlertId?> FindOrderAsync(OrganisationId organisation, string idempotencyKey, CancellationToken ct) =>
        _store.FindOrderAsync(organisation, idempotencyKey, ct);

    /// <summary>Puts what the calls of the last alerts on file have shown in the place of what was assumed, where there were enough of them.</summary>
    /// <param name="assumptions">What is assumed of a town that nobody has called yet.</param>
    /// <param name="message">What is to be said: how long people listened is taken over from alerts that said the same.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The assumptions for <see cref="Forecast"/> and <see cref="ForecastRest"/>.</returns>
    public Task<ForecastAssumptions> LearnFromPastAsync(ForecastAssumptions assumptions, AlertMessage message, CancellationToken ct) =>
        _past.LearnAsync(assumptions, message, ct);

    /// <summary>Says how long the rest of a running alert takes, from what it has shown so far.</summary>
    /// <param name="progress">Its figures.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="capacity">The lines it has.</param>
    /// <param name="assumptions">What to assume while little has been shown.</param>
    /// <returns>The forecast, counted from the moment of the figures.</returns>
    public static DeliveryForecast ForecastRest(AlertProgress progress, Alert alert, ChannelCapacity capacity, ForecastAssumptions assumptions) =>
        RestForecast.Of(progress, alert, capacity, assumptions);

    /// <summary>
    /// Tells that the store must not be used any more, when somebody finds out before the next write does: nothing begins, what rings is
    /// cancelled, what talks ends within <see cref="DispatcherOptions.TalkingLimitWithoutStore"/>, and <see cref="Health"/> is fatal.
    /// </summary>
    /// <param name="cause">What happened.</param>
    public void LoseStore(string cause) => _dispatcher.LoseStore(cause);

    /// <summary>Tells whoever watches of an alarm on the operators' line.</summary>
    /// <param name="alarm">What happened.</param>
    public void Announce(OperatorAlarm alarm) => Feed.Publish(new OperatorAlarmNotice(alarm) { At = alarm.At });

    /// <summary>Ends the engine: nothing new begins, calls that talk may end within the limit. Unfinished alerts go on in the next process.</summary>
    /// <returns>Completes when no attempt is open, or the limit is over.</returns>
    public Task ShutDownAsync() => _dispatcher.ShutDownAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _dispatcher.DisposeAsync();
}
