namespace AlertAutomaton.Telephony.Trunks;

/// <summary>What calls, probes and registrations tell about the trunks.</summary>
public sealed partial class TrunkLines
{
    /// <summary>How long the INVITE of a reserved line must still wait so that the pace holds on the wire; books the moment.</summary>
    internal TimeSpan BookWire(TrunkLine line)
    {
        TimeSpan now = Now;
        lock (_gate)
        {
            TimeSpan at = line.State.WirePace.Earliest(line.State.Congestion.Factor);
            at = at > now ? at : now;
            line.State.WirePace.Started(at);
            line.State.CallsStarted++;
            line.State.Unheard++;
            line.AwaitsWord = true;
            line.SentAt = at;
            line.State.Limit.Sent(line.InUseAtStart, at);
            return at - now;
        }
    }

    /// <summary>Takes in what a call told about its trunk. Called once for each call.</summary>
    internal void Report(TrunkLine line, CallEvidence evidence, TimeSpan? retryAfter, string? detail)
    {
        TimeSpan now = Now;
        TrunkHealth before;
        TrunkHealth after;
        lock (_gate)
        {
            TrunkState trunk = line.State;
            before = trunk.Health.Health;
            if (line.AwaitsWord)
            {
                line.AwaitsWord = false;
                trunk.Unheard--;
                trunk.Limit.Heard(line.InUseAtStart, line.SentAt);
            }

            if (evidence == CallEvidence.None)
            {
                return;
            }

            trunk.LastHeard = evidence == CallEvidence.Unreachable ? trunk.LastHeard : now;
            trunk.Congestion = CongestionControl.After(trunk.Congestion, evidence, retryAfter, now);
            if (evidence == CallEvidence.Accepted)
            {
                trunk.ForbiddenInARow = 0;
                trunk.Limit.Accepted(line.InUseAtStart, now);
            }
            else if (evidence is CallEvidence.AmbiguousRefusal or CallEvidence.Overloaded)
            {
                trunk.Limit.Refused(line.InUseAtStart, now, line.SentAt);
            }

            if (evidence is CallEvidence.Overloaded or CallEvidence.Unreachable)
            {
                trunk.NetworkFailures++;
            }

            TrunkHealthInput input = evidence == CallEvidence.Unreachable ? TrunkHealthInput.Unanswered : TrunkHealthInput.Answered;
            trunk.Health = TrunkHealthMachine.Next(trunk.Health, input, detail, trunk.Options, now);
            after = trunk.Health.Health;
        }

        Announce(line.Trunk, before, after, detail);
    }

    /// <summary>
    /// True when the trunk, not the callee, explains a refusal without ringing: its channel limit, or that it forbids every call.
    /// </summary>
    internal bool BlamesTrunk(TrunkLine line, int status)
    {
        lock (_gate)
        {
            if (status == 403)
            {
                line.State.ForbiddenInARow++;
            }

            return line.State.Limit.Explains(line.InUseAtStart, line.SentAt) || (status == 403 && line.State.ForbiddenInARow >= ForbiddenToBlame);
        }
    }

    /// <summary>The health of a trunk, and whether calls wait on it while nothing has been heard from it for a while.</summary>
    internal (TrunkHealth Health, bool Mute) Watch(string trunk)
    {
        TimeSpan now = Now;
        lock (_gate)
        {
            TrunkState state = _byName[trunk];
            return (state.Health.Health, state.Unheard > 0 && now - state.LastHeard > MuteAfter);
        }
    }

    /// <summary>Takes in what a probe or a registration told.</summary>
    internal void Observe(string trunk, TrunkHealthInput input, string? detail)
    {
        TimeSpan now = Now;
        TrunkHealth before;
        TrunkHealth after;
        lock (_gate)
        {
            TrunkState state = _byName[trunk];
            before = state.Health.Health;
            state.LastHeard = input is TrunkHealthInput.Answered or TrunkHealthInput.ProbeAnswered ? now : state.LastHeard;
            state.Health = TrunkHealthMachine.Next(state.Health, input, detail, state.Options, now);
            after = state.Health.Health;
        }

        Announce(trunk, before, after, detail);
    }

    private void Announce(string trunk, TrunkHealth before, TrunkHealth after, string? detail)
    {
        if (before == after)
        {
            return;
        }

        if (after == TrunkHealth.Up)
        {
            TelephonyLog.TrunkUsable(_log, trunk, after);
        }
        else
        {
            TelephonyLog.TrunkHealthChanged(_log, trunk, before, after, detail ?? "-");
        }

        if (after == TrunkHealth.Down)
        {
            WentDown?.Invoke(trunk);
        }

        CapacityChanged?.Invoke();
    }
}
