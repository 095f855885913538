using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>
/// Finds a person for every matter: phones those on duty in order until one takes it, pauses after the last one and begins again, for as long as
/// the matter stands. Pure; see <see cref="DutyStanding"/> for the diagram.
/// </summary>
/// <remarks>
/// One call at a time per matter and per person: a matter whose next person is on the phone for another one waits for the end of that call.
/// The urgent ones choose first. Times that a corrected clock has made absurd count as come.
/// </remarks>
public static class DutyChain
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Goes on with what an earlier process left: a call that it had placed ended with it, and that person is phoned first.</summary>
    /// <param name="rows">What the store kept.</param>
    /// <returns>The state; a tick makes it phone.</returns>
    public static DutyChainState Resume(IReadOnlyList<DutyMatterState> rows) => new()
    {
        Matters = [.. rows.Select(row => row with { Standing = row.Standing == DutyStanding.Calling ? DutyStanding.Waiting : row.Standing, Calling = null })],
    };

    /// <summary>Takes an input and phones whoever is to be phoned.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="input">What happened.</param>
    /// <param name="onDuty">Who is on duty now, in order.</param>
    /// <param name="zone">The clocks by which day and night are told.</param>
    /// <param name="options">The limits.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new state and what to do.</returns>
    public static (DutyChainState State, IReadOnlyList<DutyEffect> Effects) Step(
        DutyChainState state, DutyInput input, IReadOnlyList<OperatorId> onDuty, TimeZoneInfo zone, DutyOptions options, DateTimeOffset now)
    {
        var effects = new List<DutyEffect>();
        state = Take(Forget(state, options, now), input, options, now, effects);
        bool day = DutyHours.IsDay(now, zone, options);
        foreach (DutyMatterState waiting in state.Matters.Where(matter => IsDue(matter, day, options, now)).OrderByDescending(matter => matter.Matter.Severity).ThenBy(matter => matter.Matter.Since).ToList())
        {
            state = Phone(state, waiting, onDuty, options, now, effects);
        }

        return (state, effects);
    }

    /// <summary>When something is to be done at the latest.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="zone">The clocks by which day and night are told.</param>
    /// <param name="options">The limits.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when nothing waits.</returns>
    public static DateTimeOffset? NextDue(DutyChainState state, TimeZoneInfo zone, DutyOptions options, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (DutyMatterState matter in state.Matters.Where(matter => matter.Standing == DutyStanding.Waiting && matter.Matter.Severity != DutySeverity.Notice))
        {
            DateTimeOffset due = matter.NextAt ?? now;
            if (matter.Matter.Severity == DutySeverity.ByDay)
            {
                due = DutyHours.NextDay(due > now ? due : now, zone, options);
            }

            next = next is null || due < next ? due : next;
        }

        return next;
    }

    private static DutyChainState Take(DutyChainState state, DutyInput input, DutyOptions options, DateTimeOffset now, List<DutyEffect> effects) => input switch
    {
        DutyInput.Raised raised => Raise(state, raised.Matter, options, effects),
        DutyInput.Ended ended => End(state, ended, now, effects),
        DutyInput.Taken taken => Taken(state, taken, now, effects),
        DutyInput.CallEnded ended => CallEnded(state, ended, effects),
        _ => state,
    };

    private static DutyChainState Raise(DutyChainState state, DutyMatter matter, DutyOptions options, List<DutyEffect> effects)
    {
        if (state.Find(matter.Key) is { } known)
        {
            // What has become worse is phoned for at night as well, unless a person has it already.
            return matter.Severity > known.Matter.Severity
                ? Put(state, known with { Matter = known.Matter with { Severity = matter.Severity, Words = matter.Words }, NextAt = known.Standing == DutyStanding.Waiting ? null : known.NextAt }, effects)
                : state;
        }

        if (state.Matters.Count(other => other.Standing != DutyStanding.Over) >= options.MostMatters || matter.Key.Length is 0 or > DutyMatter.LongestKey)
        {
            effects.Add(new DutyEffect.NoteRefused(matter));
            return state;
        }

        return Put(state with { Matters = state.Matters.Add(new DutyMatterState { Matter = matter }) }, new DutyMatterState { Matter = matter }, effects);
    }

    private static DutyChainState End(DutyChainState state, DutyInput.Ended ended, DateTimeOffset now, List<DutyEffect> effects)
    {
        if (state.Find(ended.Key) is not { } matter)
        {
            return state;
        }

        state = Put(state, matter with { Standing = DutyStanding.Over, EndedAt = now, NextAt = null }, effects);
        if (matter.Calling is not null)
        {
            effects.Add(new DutyEffect.Withdraw(matter.Matter.Id));
        }

        effects.Add(new DutyEffect.NoteOver(matter.Matter, ended.Why));
        return state;
    }

    private static DutyChainState Taken(DutyChainState state, DutyInput.Taken taken, DateTimeOffset now, List<DutyEffect> effects)
    {
        if (state.Matters.Find(matter => matter.Matter.Id == taken.Matter) is not { IsOpen: true } matter)
        {
            return state;
        }

        state = Put(state, matter with { Standing = DutyStanding.Taken, TakenBy = taken.By, EndedAt = now, NextAt = null }, effects);
        effects.Add(new DutyEffect.NoteTaken(matter.Matter, taken.By, taken.How));
        return state;
    }

    private static DutyChainState CallEnded(DutyChainState state, DutyInput.CallEnded ended, List<DutyEffect> effects)
    {
        if (state.Matters.Find(matter => matter.Matter.Id == ended.Matter) is not { } matter || matter.Calling != ended.Operator)
        {
            return state;
        }

        DutyMatterState over = matter with { Calling = null };
        return Put(state, matter.Standing == DutyStanding.Calling ? over with { Standing = DutyStanding.Waiting, Tried = matter.Tried.Add(ended.Operator) } : over, effects);
    }

    private static DutyChainState Phone(DutyChainState state, DutyMatterState matter, IReadOnlyList<OperatorId> onDuty, DutyOptions options, DateTimeOffset now, List<DutyEffect> effects)
    {
        onDuty = matter.Matter.NotFor is { } about ? [.. onDuty.Where(who => who != about)] : onDuty;
        if (onDuty.Count == 0)
        {
            return Pause(state, matter, DutyEscalation.NobodyOnDuty, options, now, effects);
        }

        OperatorId[] left = [.. onDuty.Except(matter.Tried)];
        if (left.Length == 0)
        {
            return Pause(state, matter, DutyEscalation.ListExhausted, options, now, effects);
        }

        // Who speaks with us about another matter is not to find the line busy; the end of that call comes back here.
        if (state.Matters.Exists(other => other.Calling == left[0]))
        {
            return state;
        }

        DateTimeOffset[] calls = [.. state.Matters.SelectMany(other => other.Calls).Order()];
        int most = matter.Matter.Severity == DutySeverity.Urgent ? options.MostCallsPerHour : options.MostCallsPerHour / 2;
        if (calls.Length >= most)
        {
            DateTimeOffset free = calls[calls.Length - most] + Hour;
            effects.Add(new DutyEffect.Escalate(matter.Matter, DutyEscalation.CallsExhausted, matter.Rounds, free - now));
            return Put(state, matter with { NextAt = free }, effects);
        }

        state = Put(state, matter with { Standing = DutyStanding.Calling, Calling = left[0], NextAt = null, Calls = matter.Calls.Add(now) }, effects);
        effects.Add(new DutyEffect.Phone(matter.Matter, left[0]));
        return state;
    }

    private static DutyChainState Pause(DutyChainState state, DutyMatterState matter, DutyEscalation why, DutyOptions options, DateTimeOffset now, List<DutyEffect> effects)
    {
        TimeSpan doubled = options.FirstPause * Math.Pow(2, Math.Min(matter.Rounds, 20));
        TimeSpan pause = doubled < options.LongestPause ? doubled : options.LongestPause;
        state = Put(state, matter with { Rounds = matter.Rounds + 1, Tried = [], NextAt = now + pause }, effects);
        effects.Add(new DutyEffect.Escalate(matter.Matter, why, matter.Rounds + 1, pause));
        return state;
    }

    private static bool IsDue(DutyMatterState matter, bool day, DutyOptions options, DateTimeOffset now) =>
        matter.Standing == DutyStanding.Waiting
        && (matter.Matter.Severity == DutySeverity.Urgent || (matter.Matter.Severity == DutySeverity.ByDay && day))
        && (matter.NextAt is not { } at || at <= now || at > now + (options.LongestPause > Hour ? options.LongestPause : Hour));

    private static DutyChainState Forget(DutyChainState state, DutyOptions options, DateTimeOffset now)
    {
        // A call that lies in the future was made before the clock was put back.
        DutyMatterState[] kept =
        [
            .. state.Matters
                .Select(matter => matter.Calls.Exists(call => IsOld(call, now)) ? matter with { Calls = matter.Calls.RemoveAll(call => IsOld(call, now)) } : matter)
                .Where(matter => matter.Standing switch
                {
                    DutyStanding.Over => matter.Calling is not null || !matter.Calls.IsEmpty,
                    DutyStanding.Taken => matter.Calling is not null || now - matter.EndedAt < options.RememberTaken,
                    _ => true,
                }),
        ];
        return state with { Matters = [.. kept] };
    }

    private static bool IsOld(DateTimeOffset call, DateTimeOffset now) => call <= now - Hour || call > now;

    private static DutyChainState Put(DutyChainState state, DutyMatterState matter, List<DutyEffect> effects)
    {
        effects.Add(new DutyEffect.Save(matter));
        int index = state.Matters.FindIndex(other => other.Matter.Id == matter.Matter.Id);
        return state with { Matters = state.Matters.SetItem(index, matter) };
    }
}
