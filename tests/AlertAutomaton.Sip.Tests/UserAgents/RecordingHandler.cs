using System.Text;
using System.Threading.Channels;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>A call handler that writes down what happens and answers offers with a text of its own.</summary>
internal sealed class RecordingHandler : ISipCallHandler
{
    public static readonly byte[] DefaultAnswer = "v=0\r\no=- 2 2 IN IP4 127.0.0.1\r\ns=answer\r\n"u8.ToArray();

    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<SipCallEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ends;

    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Answer { get; set; } = _ => DefaultAnswer;

    public ReadOnlyMemory<byte> Offer { get; set; } = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=offer\r\n"u8.ToArray();

    public Action<ISipCall>? WhenAnswered { get; set; }

    public Action<ISipCall, SipResponse>? WhenProvisional { get; set; }

    public List<SipResponse> Provisionals { get; } = [];

    public List<string> RemoteOffers { get; } = [];

    public List<SipRequest> Infos { get; } = [];

    public int Ends => Volatile.Read(ref _ends);

    public Task<SipCallEnd> Ended => _ended.Task;

    /// <summary>How it ended, for tests in which nothing runs beside them.</summary>
    public SipCallEnd End { get; private set; } = new() { Kind = (SipCallEndKind)(-1), Detail = "not ended" };

    /// <summary>The far end's session description at the answer.</summary>
    public Task<string> Answered => _answered.Task;

    public bool HasAnswered => _answered.Task.IsCompleted;

    public ChannelReader<string> Events => _events.Reader;

    /// <summary>Completes when this event was written down.</summary>
    public async Task Seen(string name)
    {
        while (await _events.Reader.ReadAsync() != name)
        {
            // Earlier events are of no interest to the waiting test.
        }
    }

    public void OnProvisional(ISipCall call, SipResponse response)
    {
        Provisionals.Add(response);
        _events.Writer.TryWrite($"provisional {response.StatusCode}");
        WhenProvisional?.Invoke(call, response);
    }

    public void OnAnswered(ISipCall call, SipResponse? response, ReadOnlyMemory<byte> remoteSdp)
    {
        _events.Writer.TryWrite("answered");
        _answered.TrySetResult(Encoding.UTF8.GetString(remoteSdp.Span));
        WhenAnswered?.Invoke(call);
    }

    public ReadOnlyMemory<byte> OnAnswerWanted(ISipCall call, ReadOnlyMemory<byte> remoteOffer)
    {
        RemoteOffers.Add(Encoding.UTF8.GetString(remoteOffer.Span));
        _events.Writer.TryWrite("offer");
        return Answer(remoteOffer);
    }

    public ReadOnlyMemory<byte> OnOfferWanted(ISipCall call)
    {
        _events.Writer.TryWrite("offer wanted");
        return Offer;
    }

    public void OnInfo(ISipCall call, SipRequest info)
    {
        Infos.Add(info);
        _events.Writer.TryWrite("info");
    }

    public void OnEnded(ISipCall call, SipCallEnd end)
    {
        Interlocked.Increment(ref _ends);
        _events.Writer.TryWrite($"ended {end.Kind}");
        End = end;
        _ended.TrySetResult(end);
    }
}
