using AlertAutomaton.Media.Transport;

namespace AlertAutomaton.Media.Rtp;

/// <summary>
/// Decides whose packets are believed and where ours go (symmetric RTP, RFC 4961), so that a stranger who sprays the port range is
/// neither heard nor spoken to.
/// </summary>
/// <remarks>
/// <code>
///              a packet from the signalled address
///  (learning) ─────────────────────────────────────────────► (locked to the signalled address)
///      │                                                        ▲
///      │ a run of consecutive packets of one source             │ a packet from the signalled address
///      └──────────────────────────────► (locked to another) ────┘
///  any state ── a description with another address ──► (learning)
/// </code>
/// One owner; pure; allocates nothing per packet.
/// </remarks>
internal sealed class RtpSourceLatch(RtpSourcePolicy policy)
{
    /// <summary>Consecutive packets by which another port of the signalled host is believed: 200 ms in which the signalled port was silent.</summary>
    public const int RunFromSignalledHost = 10;

    /// <summary>Consecutive packets by which any host is believed where that is configured.</summary>
    public const int RunFromAnyHost = 4;

    // A few sources are followed at once: with one, a stranger's packets between the genuine ones would stop the learning.
    private readonly Candidate[] _candidates = new Candidate[4];
    private UdpAddress _signalled;
    private int _oldest;

    /// <summary>The source that is believed; null while learning.</summary>
    public UdpAddress? Locked { get; private set; }

    /// <summary>Whether nothing better can be learnt, so that the kernel may keep others away.</summary>
    public bool IsFinal => Locked is { } locked && (locked == _signalled || policy == RtpSourcePolicy.AnyHost);

    /// <summary>Where our packets go: to the believed source, else to the signalled address.</summary>
    public UdpAddress Target => Locked ?? _signalled;

    /// <summary>Takes the address of a new description. The same one again changes nothing; gives whether learning began anew.</summary>
    public bool Signal(UdpAddress address)
    {
        if (address == _signalled)
            return false;
        _signalled = address;
        Locked = null;
        Array.Clear(_candidates);
        return true;
    }

    /// <summary>Whether a packet is believed.</summary>
    public bool Accept(in UdpAddress from, uint ssrc, RtpSequenceNumber sequence)
    {
        if (Locked is { } locked && from == locked)
            return true;
        if (!_signalled.IsUsable)
            return false;
        if (from == _signalled)
        {
            if (Locked is not null && policy == RtpSourcePolicy.AnyHost)
                return false;
            Locked = from;
            return true;
        }

        if (Locked is not null || policy == RtpSourcePolicy.SignalledOnly || policy == RtpSourcePolicy.SignalledHost && !from.SameHost(_signalled))
            return false;
        if (!CompletesRun(from, ssrc, sequence))
            return false;
        Locked = from;
        return true;
    }

    private bool CompletesRun(in UdpAddress from, uint ssrc, RtpSequenceNumber sequence)
    {
        for (var i = 0; i < _candidates.Length; i++)
        {
            ref var candidate = ref _candidates[i];
            if (candidate.Run == 0 || candidate.From != from)
                continue;
            candidate.Run = candidate.Ssrc == ssrc && sequence == candidate.Next ? candidate.Run + 1 : 1;
            (candidate.Ssrc, candidate.Next) = (ssrc, sequence.Next);
            return candidate.Run >= (policy == RtpSourcePolicy.AnyHost ? RunFromAnyHost : RunFromSignalledHost);
        }

        _candidates[_oldest] = new Candidate { From = from, Ssrc = ssrc, Next = sequence.Next, Run = 1 };
        _oldest = (_oldest + 1) % _candidates.Length;
        return false;
    }

    private struct Candidate
    {
        public UdpAddress From;
        public uint Ssrc;
        public RtpSequenceNumber Next;
        public int Run;
    }
}
