using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>Turns a reserved line and a number into an answered call or a verdict.</summary>
internal sealed class CallPlacer(
    SipUserAgent agent, MediaEngine media, TrunkLines lines, IReadOnlyDictionary<string, TrunkLink> links, CallRegister register,
    TimeProvider time, ILogger log) : ICallPlacer
{
    /// <inheritdoc/>
    public async Task<CallPlacement> PlaceAsync(TrunkLine line, string number, PlaceOptions options, CancellationToken ct)
    {
        var session = new CallSession(lines, line, options, time, log);
        register.Add(session);
        try
        {
            await SendAsync(session, line, number, options, ct);
        }
        catch (Exception error)
        {
            // A fault of ours must neither hold the channel for ever nor be charged to the person called.
            TelephonyLog.PlacingFailed(log, error, line.Trunk);
            session.Abandon(CallEndCause.NotStarted, error.Message, CallEvidence.None);
        }

        await using CancellationTokenRegistration withdrawal = ct.Register(static call => ((CallSession)call!).Withdraw(), session);
        return await session.Placement;
    }

    private async Task SendAsync(CallSession session, TrunkLine line, string number, PlaceOptions options, CancellationToken ct)
    {
        if (!await WaitForPaceAsync(line, ct) || session.IsGivenUp)
        {
            session.Abandon(CallEndCause.Withdrawn, "withdrawn before it was sent", CallEvidence.None);
            return;
        }

        TrunkLink link = links[line.Trunk];
        if (link.Destination is not { } destination)
        {
            session.Abandon(CallEndCause.Unreachable, "the address of the trunk is not known", CallEvidence.Unreachable);
            return;
        }

        if (!media.TryOpen(session, SoundOf(line.State.Options, destination, options), out MediaSession? sound, out MediaOpenFailure failure))
        {
            TelephonyLog.CallNotStarted(log, $"no media session: {failure}");
            session.Abandon(CallEndCause.NotStarted, $"no media session: {failure}", CallEvidence.None);
            return;
        }

        session.Attach(sound);
        SipInvite invite = InviteBuilder.Build(link.Address, destination, link.ServiceRoute, number, line.CallerId, sound.CreateOffer(), options);
        session.Attach(agent.Invite(invite, session));
    }

    /// <summary>The sound of a call on a trunk.</summary>
    internal static MediaSessionOptions SoundOf(TrunkOptions trunk, SipDestination destination, PlaceOptions options) => new()
    {
        Codecs = [.. trunk.Codecs.Select(codec => Enum.TryParse(codec, ignoreCase: true, out AudioCodec known) ? known : AudioCodec.Pcma).Distinct()],
        RemoteHint = destination.EndPoint.Address,
        DetectMachine = options.ListenForMachines,
        DetectBeep = options.ListenForMachines,
        DetectFax = true,
    };

    private async Task<bool> WaitForPaceAsync(TrunkLine line, CancellationToken ct)
    {
        TimeSpan wait = ct.IsCancellationRequested ? TimeSpan.Zero : lines.BookWire(line);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !ct.IsCancellationRequested;
    }
}
