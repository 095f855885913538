using System.Diagnostics.CodeAnalysis;
using System.Net;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Media.Sessions;

/// <summary>
/// The sound of one call: a pair of ports, a negotiated codec, a cursor over shared prompts, and what is heard.
/// All members may be called from any thread and never block.
/// </summary>
public sealed class MediaSession : IDisposable
{
    /// <summary>The address and RTP port told to the far end.</summary>
    public IPEndPoint LocalEndPoint => throw new NotImplementedException();

    /// <summary>The codec agreed upon, null before an answer.</summary>
    public AudioCodec? Codec => throw new NotImplementedException();

    /// <summary>Whether the far end holds the call: playing pauses until it lets go.</summary>
    public bool IsOnHold => throw new NotImplementedException();

    /// <summary>Whether keys come as telephone-event (RFC 4733) rather than in the sound.</summary>
    public bool TelephoneEventNegotiated => throw new NotImplementedException();

    /// <summary>Whether a prompt is being sent.</summary>
    public bool IsPlaying => throw new NotImplementedException();

    /// <summary>How much of the current list has been sent.</summary>
    public TimeSpan Played => throw new NotImplementedException();

    /// <summary>Counters so far.</summary>
    public MediaStatistics Statistics => throw new NotImplementedException();

    /// <summary>Our offer: for an INVITE, for a late offer, or for a refresh (the version grows only when the description changed).</summary>
    public ReadOnlyMemory<byte> CreateOffer() => throw new NotImplementedException();

    /// <summary>Takes the answer to <see cref="CreateOffer"/>, from a 183, a 200 or an ACK. The same answer again changes nothing; another one re-opens the learning of the source.</summary>
    public bool TryAcceptAnswer(ReadOnlySpan<byte> sdp, [NotNullWhen(false)] out string? whyNot) => throw new NotImplementedException();

    /// <summary>Answers an offer: incoming call, re-INVITE, hold. A refused re-offer leaves the session as it was (488).</summary>
    /// <param name="offer">The SDP.</param>
    /// <param name="answer">The SDP to send back.</param>
    /// <param name="whyNot"><c>fax</c> for T.38 alone, else a phrase for the log.</param>
    public bool TryCreateAnswer(ReadOnlySpan<byte> offer, out ReadOnlyMemory<byte> answer, [NotNullWhen(false)] out string? whyNot)
        => throw new NotImplementedException();

    /// <summary>Plays the prompts one after another, in place of what plays now. Playing starts with the first packet after the far end is known.</summary>
    public void Play(IReadOnlyList<PreparedPrompt> prompts) => throw new NotImplementedException();

    /// <summary>Silence from the next packet on (barge-in).</summary>
    public void StopPlaying() => throw new NotImplementedException();

    /// <summary>Presses a key towards the far end: RFC 4733, or two tones where that was not negotiated. Presses queue up.</summary>
    /// <param name="key"><c>0</c>-<c>9</c>, <c>*</c>, <c>#</c>, <c>A</c>-<c>D</c>.</param>
    /// <param name="duration">40 ms to 8 s.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such key, or a duration out of range.</exception>
    public void SendKey(char key, TimeSpan duration) => throw new NotImplementedException();

    /// <summary>A key that came by SIP INFO; told to the handler like the others, unless it repeats one of another source.</summary>
    public void KeyFromInfo(char key) => throw new NotImplementedException();

    /// <summary>Records what the far end says from now on; a running recording is dropped.</summary>
    public void StartRecording(RecordingOptions options) => throw new NotImplementedException();

    /// <summary>Ends the recording and gives it; empty when none ran.</summary>
    public PcmRecording StopRecording() => throw new NotImplementedException();

    /// <summary>Says goodbye by RTCP, closes the sockets and gives the ports back. No handler call begins afterwards.</summary>
    public void Dispose()
    {
    }
}
