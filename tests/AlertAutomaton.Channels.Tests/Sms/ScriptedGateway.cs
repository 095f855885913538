using AlertAutomaton.Channels.Sms.Gateways;

namespace AlertAutomaton.Channels.Tests.Sms;

/// <summary>A gateway in the hands of a test: it remembers every text and answers as it is told, at once or when it is told to.</summary>
internal sealed class ScriptedGateway(GatewayOptions options) : ISmsGateway
{
    private readonly Queue<GatewayAnswer> _answers = new();
    private readonly Queue<TaskCompletionSource<GatewayAnswer>> _held = new();
    private int _nextId = 100;

    public event Action? StateChanged;

    public GatewayOptions Options => options;

    public bool IsUp { get; private set; } = true;

    /// <summary>True: texts wait until <see cref="Release"/>.</summary>
    public bool Holds { get; set; }

    public List<OutgoingText> Texts { get; } = [];

    public IGatewayListener? Listener { get; private set; }

    public void Listen(IGatewayListener listener) => Listener = listener;

    public void WillAnswer(GatewayVerdict verdict, params string[] ids) => _answers.Enqueue(new GatewayAnswer(verdict, ids, verdict.ToString()) { RetryAfter = TimeSpan.FromSeconds(5) });

    public void Set(bool isUp)
    {
        IsUp = isUp;
        StateChanged?.Invoke();
    }

    public void Release() => _held.Dequeue().SetResult(Answer());

    public Task<GatewayAnswer> SubmitAsync(OutgoingText text, CancellationToken stop)
    {
        Texts.Add(text);
        if (!Holds)
        {
            return Task.FromResult(Answer());
        }

        var held = new TaskCompletionSource<GatewayAnswer>();
        _held.Enqueue(held);
        return held.Task;
    }

    private GatewayAnswer Answer() =>
        _answers.TryDequeue(out var answer) ? answer : new GatewayAnswer(GatewayVerdict.Accepted, [$"{_nextId++}"], "accepted");
}
