using AlertAutomaton.Sip.UserAgents;
using static AlertAutomaton.Sip.Registration.RegistrationEffect;

namespace AlertAutomaton.Sip.Registration;

/// <summary>A registration that keeps itself alive (RFC 3261 §10.2), as a pure machine.</summary>
/// <remarks>
/// <code>
///          due: REGISTER            200: wait for the margin
///   Idle ───────────► Registering ───────────────────────────► Waiting
///                      ▲  │  ▲ 423: longer, at once               │
///                      │  └──┘                                    │ due: REGISTER
///                      │  refused, unreachable: back-off ────────►│
///                      └──────────────────────────────────────────┘
///   any ── stop: REGISTER for zero seconds ──► Unregistering ── any answer ──► Stopped
/// </code>
/// Back-off: 1, 2, 4 … 60 s; at least five minutes after a refusal of the account, because operators ban those who hammer.
/// </remarks>
internal static class RegistrationMachine
{
    private static readonly TimeSpan ShortestMargin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestExpires = TimeSpan.FromDays(1);

    /// <summary>The state before the first REGISTER.</summary>
    public static RegistrationState Initial(SipRegistrationOptions options) =>
        new(RegistrationPhase.Idle, SipRegistrationState.Registering, options.Expires);

    /// <summary>Advances the machine by one input at a monotonic moment.</summary>
    public static (RegistrationState State, RegistrationEffect[] Effects) Step(
        RegistrationState state, RegistrationInput input, TimeSpan now, SipRegistrationOptions options)
    {
        switch (state.Phase, input)
        {
            case (RegistrationPhase.Stopped, _):
            case (RegistrationPhase.Unregistering, RegistrationInput.Stop or RegistrationInput.Due):
                return (state, []);
            case (RegistrationPhase.Unregistering, _):
                return (state with { Phase = RegistrationPhase.Stopped, Told = SipRegistrationState.Stopped }, [new Tell(SipRegistrationState.Stopped, null)]);
            case (_, RegistrationInput.Stop):
                return Stop(state, now);
            case (RegistrationPhase.Idle or RegistrationPhase.Waiting, RegistrationInput.Due):
                return (state with { Phase = RegistrationPhase.Registering }, [new Send(state.Expires)]);
            case (RegistrationPhase.Registering, RegistrationInput.Accepted accepted):
                return Accept(state, accepted.Granted, now);
            case (RegistrationPhase.Registering, RegistrationInput.TooBrief brief) when brief.Minimum > state.Expires && brief.Minimum <= LongestExpires:
                return (state with { Expires = brief.Minimum }, [new Send(brief.Minimum)]);
            case (RegistrationPhase.Registering, RegistrationInput.TooBrief):
                return Fail(state, "423 Interval Too Brief without a usable Min-Expires", options.RefusedBackOff, now, options);
            case (RegistrationPhase.Registering, RegistrationInput.Refused refused):
                TimeSpan least = IsAccountRefusal(refused.StatusCode) ? options.RefusedBackOff : refused.RetryAfter ?? TimeSpan.Zero;
                return Fail(state, $"{refused.StatusCode} {refused.Reason}", least, now, options);
            case (RegistrationPhase.Registering, RegistrationInput.Unreachable unreachable):
                return Fail(state, unreachable.Reason, TimeSpan.Zero, now, options);
            default:
                return (state, []);
        }
    }

    /// <summary>When to refresh a registration that was granted for so long.</summary>
    public static TimeSpan RefreshAfter(TimeSpan granted)
    {
        TimeSpan margin = granted / 5;
        margin = margin < ShortestMargin ? ShortestMargin : margin > LongestMargin ? LongestMargin : margin;
        return granted - margin > granted / 2 ? granted - margin : granted / 2;
    }

    // 401 and 407 only arrive here after the account's answers were refused.
    private static bool IsAccountRefusal(int status) => status is 401 or 403 or 404 or 407;

    private static (RegistrationState State, RegistrationEffect[] Effects) Stop(RegistrationState state, TimeSpan now) =>
        now < state.ValidUntil || state.Phase == RegistrationPhase.Registering
            ? (state with { Phase = RegistrationPhase.Unregistering }, [new Send(TimeSpan.Zero)])
            : (state with { Phase = RegistrationPhase.Stopped, Told = SipRegistrationState.Stopped },
                [new Tell(SipRegistrationState.Stopped, null)]);

    private static (RegistrationState State, RegistrationEffect[] Effects) Accept(RegistrationState state, TimeSpan granted, TimeSpan now)
    {
        // A registrar that grants nothing would be asked without pause.
        granted = granted < TimeSpan.FromSeconds(2) ? TimeSpan.FromSeconds(2) : granted;
        RegistrationState next = state with
        {
            Phase = RegistrationPhase.Waiting, Told = SipRegistrationState.Registered, Failures = 0, ValidUntil = now + granted,
        };
        Wait wait = new(RefreshAfter(granted));
        return state.Told == SipRegistrationState.Registered
            ? (next, [wait])
            : (next, [wait, new Tell(SipRegistrationState.Registered, null)]);
    }

    private static (RegistrationState State, RegistrationEffect[] Effects) Fail(
        RegistrationState state, string reason, TimeSpan least, TimeSpan now, SipRegistrationOptions options)
    {
        int failures = Math.Min(state.Failures + 1, 30);
        TimeSpan backOff = options.FirstBackOff * Math.Pow(2, failures - 1);
        backOff = backOff > options.LongestBackOff ? options.LongestBackOff : backOff;

        // Retry-After is a wish, and may be a hundred years: it lengthens the wait up to that after a refused account.
        least = least > options.RefusedBackOff ? options.RefusedBackOff : least;
        Wait wait = new(backOff > least ? backOff : least);

        // While the last registration is still valid at the registrar, calls go on; only its end is a failure to tell.
        bool isStillValid = now < state.ValidUntil && now + wait.After < state.ValidUntil;
        SipRegistrationState told = isStillValid ? state.Told : SipRegistrationState.Failed;
        return (state with { Phase = RegistrationPhase.Waiting, Failures = failures, Told = told }, [wait, new Tell(told, reason)]);
    }
}
