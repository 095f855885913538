using System.Threading.Channels;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Channels.Sms.Receipts;

namespace AlertAutomaton.Channels.Tests.Sms;

/// <summary>The engine as receipts see it: attempts with their references, and what was reported of each.</summary>
internal sealed class FakeReports(TimeProvider time) : IDeliveryReports
{
    private readonly Lock _gate = new();
    private readonly Channel<(AttemptId Attempt, AttemptOutcome Outcome, string Detail)> _news = Channel.CreateUnbounded<(AttemptId, AttemptOutcome, string)>();
    private readonly List<AttemptPlace> _places = [];
    private readonly Dictionary<AttemptId, int> _segments = [];

    public List<(AttemptId Attempt, AttemptOutcome Outcome, string Detail)> Told { get; } = [];

    public bool StoreWorks { get; set; } = true;

    public int Lookups { get; private set; }

    /// <summary>The next report, for tests with real sockets.</summary>
    public async Task<(AttemptId Attempt, AttemptOutcome Outcome, string Detail)> NextAsync(TimeSpan within) =>
        await _news.Reader.ReadAsync().AsTask().WaitAsync(within);

    /// <summary>Puts the end of an attempt on disk.</summary>
    public void Write(DeliveryOrder order, AttemptResult result)
    {
        lock (_gate)
        {
            Write_NeedsLock(order, result);
        }
    }

    public Task<IReadOnlyList<AttemptPlace>> FindAsync(IReadOnlyList<string> references, int limit)
    {
        lock (_gate)
        {
            Lookups++;
            return StoreWorks
                ? Task.FromResult<IReadOnlyList<AttemptPlace>>([.. _places.Where(place => references.Contains(place.Reference, StringComparer.Ordinal)).Reverse().Take(limit)])
                : throw new AlertStoreException("no disk", isTransient: true);
        }
    }

    public Task<int> SegmentsOfAsync(AttemptPlace place) => Task.FromResult(Locked(() => _segments.GetValueOrDefault(place.Attempt)));

    public Task<ReportVerdict> ReportAsync(AttemptPlace place, DeliveryReport report)
    {
        if (!StoreWorks)
        {
            return Task.FromResult(ReportVerdict.NotWritten);
        }

        lock (_gate)
        {
            Told.Add((place.Attempt, report.Outcome, report.Detail));
        }

        _news.Writer.TryWrite((place.Attempt, report.Outcome, report.Detail));
        return Task.FromResult(ReportVerdict.Recorded);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private void Write_NeedsLock(DeliveryOrder order, AttemptResult result)
    {
        _segments[order.Attempt] = result.Units;
        foreach (var reference in result.References.Append(AttemptReference.TextTo(order.Point.Number)))
        {
            _places.Add(new AttemptPlace
            {
                Alert = order.Alert.Id, Recipient = order.Recipient, Attempt = order.Attempt, Number = order.Number, Reference = reference,
                Begun = time.GetUtcNow(), Line = "gw", Outcome = result.Outcome, Phase = AlertPhase.Running,
            });
        }
    }
}
