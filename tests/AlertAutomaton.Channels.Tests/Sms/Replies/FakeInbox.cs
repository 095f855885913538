using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Texts;

namespace AlertAutomaton.Channels.Tests.Sms.Replies;

/// <summary>Texts, answers and refusals in memory, as a store on disk would keep them.</summary>
internal sealed class FakeInbox : IInboundTextStore, IRefusalStore
{
    private readonly Lock _gate = new();
    private readonly List<InboundText> _texts = [];
    private readonly List<InboundTextResult> _results = [];
    private readonly List<TextAnswer> _answers = [];
    private readonly List<TextRefusal> _refusals = [];

    public bool Works { get; set; } = true;

    public bool TakesRefusals { get; set; } = true;

    public IReadOnlyList<InboundText> Texts => Locked(() => _texts);

    public IReadOnlyList<InboundTextResult> Results => Locked(() => _results);

    public IReadOnlyList<TextAnswer> Answers => Locked(() => _answers);

    public IReadOnlyList<TextRefusal> Refusals => Locked(() => _refusals);

    public Task<InboundTextVerdict> AddAsync(InboundText text, TimeSpan doubleWithin)
    {
        lock (_gate)
        {
            if (!Works)
            {
                return Task.FromResult(InboundTextVerdict.NotWritten);
            }

            var last = _texts.FindLast(one => (one.Gateway, one.From, one.To) == (text.Gateway, text.From, text.To));
            if (last is not null && last.Text == text.Text && text.ReceivedAt - last.ReceivedAt <= doubleWithin)
            {
                return Task.FromResult(InboundTextVerdict.Double);
            }

            _texts.Add(text);
            return Task.FromResult(InboundTextVerdict.Stored);
        }
    }

    public Task<bool> CloseAsync(InboundTextResult result)
    {
        lock (_gate)
        {
            if (Works)
            {
                _results.Add(result);
            }

            return Task.FromResult(Works);
        }
    }

    public Task<IReadOnlyList<InboundText>> LoadOpenAsync(int limit)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<InboundText>>([.. _texts.Where(text => Works && !_results.Exists(result => result.Text == text.Id)).Take(limit)]);
        }
    }

    public Task<TextAnswerVerdict> ClaimAnswerAsync(TextAnswer answer, int mostPerHour)
    {
        lock (_gate)
        {
            var verdict = !Works ? TextAnswerVerdict.NotWritten
                : _answers.Exists(one => (one.Number, one.Alert, one.What) == (answer.Number, answer.Alert, answer.What)
                    && (one.Alert is not null || answer.At - one.At < TimeSpan.FromDays(1))) ? TextAnswerVerdict.SentBefore
                : _answers.Count(one => one.Number == answer.Number && answer.At - one.At < TimeSpan.FromHours(1)) >= mostPerHour ? TextAnswerVerdict.TooMany
                : TextAnswerVerdict.MayLeave;
            if (verdict == TextAnswerVerdict.MayLeave)
            {
                _answers.Add(answer);
            }

            return Task.FromResult(verdict);
        }
    }

    public Task<bool> AddAsync(TextRefusal refusal)
    {
        lock (_gate)
        {
            if (TakesRefusals)
            {
                _refusals.Add(refusal);
            }

            return Task.FromResult(TakesRefusals);
        }
    }

    public Task<IReadOnlySet<E164Number>> RefusedAsync(OrganisationId organisation, CancellationToken ct)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlySet<E164Number>>(
                _refusals.Where(refusal => refusal.Organisation is null || refusal.Organisation == organisation).Select(refusal => refusal.Number).ToHashSet());
        }
    }

    private IReadOnlyList<T> Locked<T>(Func<List<T>> list)
    {
        lock (_gate)
        {
            return [.. list()];
        }
    }
}
