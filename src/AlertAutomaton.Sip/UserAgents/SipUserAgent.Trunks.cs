namespace AlertAutomaton.Sip.UserAgents;

/// <content>What stays alive by itself: registrations and probes.</content>
public sealed partial class SipUserAgent
{
    private readonly List<SipRegistration> _registrations = [];

    /// <summary>Starts a registration that keeps itself alive.</summary>
    public SipRegistration Register(SipRegistrationOptions options)
    {
        var registration = new SipRegistration(Core, options);
        lock (_registrations)
        {
            _registrations.Add(registration);
        }

        _queue.Post(static state => ((SipRegistration)state!).Step(new Registration.RegistrationInput.Due()), registration);
        return registration;
    }

    /// <summary>Watches a trunk with OPTIONS.</summary>
    public SipTrunkProbe Watch(SipTrunkProbeOptions options)
    {
        var probe = new SipTrunkProbe(Core, options);
        _queue.Post(static state => ((SipTrunkProbe)state!).Begin(), probe);
        return probe;
    }
}
