using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>One call. Every method may be called from any thread, returns at once and does nothing when the state does not allow it.</summary>
public interface ISipCall
{
    /// <summary>Call-ID of the first INVITE.</summary>
    string CallId { get; }

    /// <summary>Where the call stands.</summary>
    SipCallState State { get; }

    /// <summary>What to keep on disk so that the call can be hung up later; null until it is answered.</summary>
    SipDialogIdentity? DialogIdentity { get; }

    /// <summary>Gives up a call that is not answered yet; after the answer it hangs up.</summary>
    void Cancel();

    /// <summary>Hangs up; before the answer it cancels (outgoing) or rejects with 480 (incoming).</summary>
    /// <param name="reason">A Reason value (RFC 3326) for the far end, such as <c>Q.850;cause=16</c>, or null.</param>
    void Bye(string? reason = null);

    /// <summary>Sends INFO inside the call and waits for its final response.</summary>
    /// <param name="contentType">The type of the body, such as <c>application/dtmf-relay</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="ct">Ends the wait, not the request.</param>
    /// <returns>The final response, or null when none came or the call is not answered.</returns>
    Task<SipResponse?> SendInfoAsync(string contentType, ReadOnlyMemory<byte> body, CancellationToken ct);

    /// <summary>Sends a re-INVITE with a new offer, such as hold; the answer comes with <see cref="ISipCallHandler.OnAnswered"/>.</summary>
    /// <param name="sdp">The new offer.</param>
    /// <param name="ct">Ends the wait, not the request.</param>
    /// <returns>The final response, or null when none came or the call is not answered. 491 is tried again once (RFC 3261 §14.1).</returns>
    Task<SipResponse?> ReInviteAsync(ReadOnlyMemory<byte> sdp, CancellationToken ct);

    /// <summary>Incoming call: sends 180, or 183 for early media.</summary>
    /// <param name="sdp">An answer (or offer) for early media, or empty.</param>
    /// <param name="early183">183 in place of 180.</param>
    void Ring(ReadOnlyMemory<byte> sdp = default, bool early183 = false);

    /// <summary>Incoming call: answers with 200.</summary>
    /// <param name="sdp">The answer to the caller's offer, or our offer when there was none.</param>
    void Accept(ReadOnlyMemory<byte> sdp);

    /// <summary>Incoming call: refuses it.</summary>
    /// <param name="status">300 to 699.</param>
    /// <param name="reason">The reason phrase, or null for the usual one.</param>
    /// <param name="retryAfter">Retry-After, or null.</param>
    /// <param name="headers">Further headers, such as Reason or Contact, or null.</param>
    void Reject(int status, string? reason = null, TimeSpan? retryAfter = null, IReadOnlyList<(string Name, string Value)>? headers = null);
}
