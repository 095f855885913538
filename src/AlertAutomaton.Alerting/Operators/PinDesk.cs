using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>
/// Lets operators in by number and PIN. An unknown number, a wrong PIN, a locked operator and one who left get the same answer after the
/// same work. Safe for concurrent use; at most two PINs are hashed at a time, so that a flood of guesses does not take the machine.
/// </summary>
/// <param name="operators">The operators.</param>
/// <param name="alarms">Who is told.</param>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="iterations">The cost for a number that nobody has: that of the operators' own.</param>
/// <param name="kept">Keeps failures and locks over a restart; null: they are in memory only.</param>
public sealed class PinDesk(
    IOperatorStore operators, IOperatorAlarms alarms, PinGuardOptions options, TimeProvider time, int iterations = PinHasher.UsualIterations, IPinGuardStore? kept = null) : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim _hashing = new(AtOnce, AtOnce);
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _saving = new(1, 1);
    private PinGuardState _state = PinGuardState.Fresh;
    private PinGuardState _written = PinGuardState.Fresh;

    /// <summary>The limits.</summary>
    public PinGuardOptions Options => options;

    /// <summary>Checks what was typed.</summary>
    /// <param name="organisation">Whose line was called.</param>
    /// <param name="number">The operator number as typed.</param>
    /// <param name="pin">The PIN as typed.</param>
    /// <param name="callerNumber">The number that the caller shows, E.164, or empty. Only a label.</param>
    /// <param name="calledBack">True on a call that we placed to the registered number of the operator with this number.</param>
    /// <param name="callId">For the alarm.</param>
    /// <param name="ct">Gives up; the try counts.</param>
    /// <returns>The operator, or nobody.</returns>
    public async Task<PinAdmission> CheckAsync(
        OrganisationId organisation, string number, string pin, string callerNumber, bool calledBack, string callId, CancellationToken ct)
    {
        var who = await operators.FindAsync(organisation, number, ct);
        var registered = callerNumber.Length > 0 && string.Equals(who?.RegisteredPhone?.ToString(), callerNumber, StringComparison.Ordinal);
        var key = new PinKey(organisation, number, calledBack ? PinLine.CalledBack : registered ? PinLine.Registered : PinLine.Strange);
        var begun = time.GetUtcNow();
        PinTicket ticket;
        lock (_gate)
        {
            (_state, ticket) = PinGuard.Begin(_state, key, options, begun);
        }

        // Before it is judged: who cuts the power after a guess has spent it nevertheless.
        await KeepAsync(ct);
        var verdict = await VerifyAsync(pin, ticket.MayBeRight && who is { Active: true } ? who.Pin : null, ct);
        if (verdict == PinVerdict.Wrong)
        {
            if (ticket.Alarm is { } alarm)
            {
                alarms.Raise(new OperatorAlarm(alarm, organisation, who?.Id, begun, callId));
            }

            return new PinAdmission(null, ticket.Delay);
        }

        lock (_gate)
        {
            _state = PinGuard.Succeed(_state, key, begun);
        }

        await KeepAsync(ct);

        if (verdict == PinVerdict.Duress)
        {
            alarms.Raise(new OperatorAlarm(OperatorAlarmKind.Duress, organisation, who!.Id, begun, callId));
        }

        return new PinAdmission(who, TimeSpan.Zero);
    }

    /// <summary>Goes on with the failures and locks that an earlier process kept. Before the first call.</summary>
    /// <param name="ct">Gives up.</param>
    public async Task RestoreAsync(CancellationToken ct)
    {
        if (kept is not null)
        {
            PinGuardState state = await kept.LoadAsync(ct);
            lock (_gate)
            {
                _state = state;
                _written = state;
            }
        }
    }

    /// <summary>Forgets the failures and locks of an operator number over every kind of line; the hourly cap stays.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="number">The operator number.</param>
    /// <param name="ct">Gives up writing; the lock is off in memory all the same.</param>
    public async Task UnlockAsync(OrganisationId organisation, string number, CancellationToken ct)
    {
        lock (_gate)
        {
            _state = PinGuard.Unlock(_state, organisation, number);
        }

        await KeepAsync(ct);
    }

    /// <summary>Until when an operator number is locked for strange phones.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="number">The operator number.</param>
    /// <returns>Null when it is open.</returns>
    public DateTimeOffset? LockedUntil(OrganisationId organisation, string number)
    {
        lock (_gate)
        {
            return PinGuard.LockedUntil(_state, new PinKey(organisation, number, PinLine.Strange), time.GetUtcNow());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hashing.Dispose();
        _saving.Dispose();
    }

    private async Task KeepAsync(CancellationToken ct)
    {
        if (kept is null)
        {
            return;
        }

        await _saving.WaitAsync(ct);
        try
        {
            PinGuardState state;
            lock (_gate)
            {
                state = _state;
            }

            // A flood against a locked number changes nothing, and shall write nothing.
            if (!(ReferenceEquals(state.Accounts, _written.Accounts) && ReferenceEquals(state.Recent, _written.Recent)) && await kept.SaveAsync(state, ct))
            {
                _written = state;
            }
        }
        finally
        {
            _saving.Release();
        }
    }

    private async Task<PinVerdict> VerifyAsync(string pin, PinSecret? secret, CancellationToken ct)
    {
        await _hashing.WaitAsync(ct);
        try
        {
            return await Task.Run(() => PinHasher.Verify(pin, secret, iterations), ct);
        }
        finally
        {
            _hashing.Release();
        }
    }
}
