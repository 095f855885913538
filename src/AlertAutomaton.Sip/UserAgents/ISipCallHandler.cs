using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// What happens in a call. The methods are called one at a time on the user agent's threads and must not block; they may call the methods
/// of <see cref="ISipCall"/>.
/// </summary>
public interface ISipCallHandler
{
    /// <summary>A response 101-199; 183 with a body carries early media. Already acknowledged by PRACK where the far end wants it.</summary>
    void OnProvisional(ISipCall call, SipResponse response);

    /// <summary>
    /// Outgoing: the 200 came and its ACK is sent. Incoming: the ACK of our 200 came. Also after a re-INVITE of ours.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="response">The 2xx, or null for an incoming call.</param>
    /// <param name="remoteSdp">
    /// The answer to our offer. Empty when it was given before in a reliable response, when there was none, or when the far end made the
    /// offer and <see cref="OnAnswerWanted"/> got it.
    /// </param>
    void OnAnswered(ISipCall call, SipResponse? response, ReadOnlyMemory<byte> remoteSdp);

    /// <summary>The far end makes an offer: late offer in its 200, re-INVITE (hold) or UPDATE.</summary>
    /// <returns>Our answer; empty refuses it (488, or ACK and BYE for a late offer).</returns>
    ReadOnlyMemory<byte> OnAnswerWanted(ISipCall call, ReadOnlyMemory<byte> remoteOffer);

    /// <summary>The far end wants an offer: a re-INVITE without SDP.</summary>
    /// <returns>Our offer; empty refuses it with 488. The answer comes with <see cref="OnAnswered"/>.</returns>
    ReadOnlyMemory<byte> OnOfferWanted(ISipCall call);

    /// <summary>INFO inside the call, such as keys; 200 was already sent.</summary>
    void OnInfo(ISipCall call, SipRequest info);

    /// <summary>The call is over; called exactly once and last.</summary>
    void OnEnded(ISipCall call, SipCallEnd end);
}
