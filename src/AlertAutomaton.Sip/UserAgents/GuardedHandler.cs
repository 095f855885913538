using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// Stands before the application's handler: a fault in it is written down and does not stop the signalling of the call, which would leave
/// a line of the trunk taken.
/// </summary>
internal sealed class GuardedHandler(UserAgentCore core, ISipCallHandler handler) : ISipCallHandler
{
    public void OnProvisional(ISipCall call, SipResponse response)
    {
        try
        {
            handler.OnProvisional(call, response);
        }
        catch (Exception exception)
        {
            SipUserAgentLog.HandlerFailed(core.Log, call.CallId, nameof(OnProvisional), exception);
        }
    }

    public void OnAnswered(ISipCall call, SipResponse? response, ReadOnlyMemory<byte> remoteSdp)
    {
        try
        {
            handler.OnAnswered(call, response, remoteSdp);
        }
        catch (Exception exception)
        {
            SipUserAgentLog.HandlerFailed(core.Log, call.CallId, nameof(OnAnswered), exception);
        }
    }

    public ReadOnlyMemory<byte> OnAnswerWanted(ISipCall call, ReadOnlyMemory<byte> remoteOffer)
    {
        try
        {
            return handler.OnAnswerWanted(call, remoteOffer);
        }
        catch (Exception exception)
        {
            SipUserAgentLog.HandlerFailed(core.Log, call.CallId, nameof(OnAnswerWanted), exception);
            return default;
        }
    }

    public ReadOnlyMemory<byte> OnOfferWanted(ISipCall call)
    {
        try
        {
            return handler.OnOfferWanted(call);
        }
        catch (Exception exception)
        {
            SipUserAgentLog.HandlerFailed(core.Log, call.CallId, nameof(OnOfferWanted), exception);
            return default;
        }
    }

    public void OnInfo(ISipCall call, SipRequest info)
    {
        try
        {
            handler.OnInfo(call, info);
        }
        catch (Exception exception)
        {
            SipUserAgentLog.HandlerFailed(core.Log, call.CallId, nameof(OnInfo), exception);
        }
    }

    public void OnEnded(ISipCall call, SipCallEnd end)
    {
        try
        {
            handler.OnEnded(call, end);
        }
        catch (Exception exception)
        {
            SipUserAgentLog.HandlerFailed(core.Log, call.CallId, nameof(OnEnded), exception);
        }
    }
}
