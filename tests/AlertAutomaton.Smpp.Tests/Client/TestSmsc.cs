using System.Collections.Concurrent;
using System.Threading.Channels;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Server;
using AlertAutomaton.Smpp.Tracing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Smpp.Tests.Client;

/// <summary>A gateway on loopback that does what a test says, and a client of it.</summary>
internal sealed class TestSmsc : ISmppServerHandler, IAsyncDisposable
{
    /// <summary>Only ends what would hang; no test depends on it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<SmppServerSession> _bound = Channel.CreateUnbounded<SmppServerSession>();
    private readonly Channel<SubmitSm> _submitted = Channel.CreateUnbounded<SubmitSm>();
    private readonly Channel<string> _ended = Channel.CreateUnbounded<string>();
    private readonly Channel<InboundSms> _stored = Channel.CreateUnbounded<InboundSms>();
    private int _id;

    public TestSmsc(SmppServerOptions? options = null)
    {
        Server = new SmppServer(options ?? new SmppServerOptions(), this, TimeProvider.System);
        Server.Start();
    }

    public SmppServer Server { get; }

    public ConcurrentQueue<BindRequest> Binds { get; } = new();

    public Func<BindRequest, CommandStatus> OnBind { get; set; } = _ => CommandStatus.Ok;

    public Func<SubmitSm, SmppPdu?>? OnSubmit { get; set; }

    public Func<InboundSms, Task<bool>>? OnStore { get; set; }

    public SmppClientOptions Options => new()
    {
        Host = "127.0.0.1",
        Port = Server.EndPoint.Port,
        SystemId = "town",
        Password = "secret08",
        SegmentsPerSecond = 100_000,
        FirstReconnectWait = TimeSpan.FromMilliseconds(10),
        LongestReconnectWait = TimeSpan.FromMilliseconds(50),
        ConnectTimeout = Patience,
        ResponseTimeout = Patience,
    };

    public SmppClient Client(SmppClientOptions? options = null, TimeProvider? time = null, ISmppTrace? trace = null)
    {
        var client = new SmppClient(options ?? Options, StoreAsync, time ?? TimeProvider.System, new Random(1), NullLogger.Instance, trace);
        client.Start();
        return client;
    }

    public async Task<(SmppClient Client, SmppServerSession Session)> BoundClientAsync(
        SmppClientOptions? options = null, TimeProvider? time = null, ISmppTrace? trace = null)
    {
        var client = Client(options, time, trace);
        var session = await NextBoundAsync();
        await WhenBoundAsync(client);
        return (client, session);
    }

    public static async Task WhenBoundAsync(SmppClient client)
    {
        using var patience = new CancellationTokenSource(Patience);
        await client.WhenBoundAsync(patience.Token);
    }

    public Task<SmppServerSession> NextBoundAsync() => ReadAsync(_bound);

    public Task<SubmitSm> NextSubmittedAsync() => ReadAsync(_submitted);

    public Task<string> NextEndedAsync() => ReadAsync(_ended);

    public Task<InboundSms> NextStoredAsync() => ReadAsync(_stored);

    public bool HasMoreStored => _stored.Reader.TryPeek(out _);

    public static Task<T> Within<T>(Task<T> task) => task.WaitAsync(Patience);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    CommandStatus ISmppServerHandler.Bind(SmppServerSession session, BindRequest bind)
    {
        Binds.Enqueue(bind);
        var status = OnBind(bind);
        if (status == CommandStatus.Ok)
        {
            _ = _bound.Writer.TryWrite(session);
        }

        return status;
    }

    ValueTask<SmppPdu?> ISmppServerHandler.HandleAsync(SmppServerSession session, SmppPdu request)
    {
        var submit = (SubmitSm)request;
        _ = _submitted.Writer.TryWrite(submit);
        return ValueTask.FromResult(OnSubmit is null ? Accept(submit) : OnSubmit(submit));
    }

    void ISmppServerHandler.Ended(SmppServerSession session, string reason) => _ = _ended.Writer.TryWrite(reason);

    public SmppPdu Accept(SubmitSm submit) =>
        new SubmitSmResp(CommandStatus.Ok, submit.Sequence) { MessageId = $"id{Interlocked.Increment(ref _id)}" };

    private static Task<T> ReadAsync<T>(Channel<T> channel) => channel.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private async Task<bool> StoreAsync(InboundSms sms)
    {
        if (OnStore is not null && !await OnStore(sms))
        {
            return false;
        }

        return _stored.Writer.TryWrite(sms);
    }
}
