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
public sealed class PinDesk(IOperatorStore operators, IOperatorAlarms alarms, PinGuardOptions options, TimeProvider time, int iterations = PinHasher.UsualIterations) : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim _hashing = new(AtOnce, AtOnce);
    private readonly Lock _gate = new();
    private PinGuardState _state = PinGuardState.Fresh;

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

        if (verdict == PinVerdict.Duress)
        {
            alarms.Raise(new OperatorAlarm(OperatorAlarmKind.Duress, organisation, who!.Id, begun, callId));
        }

        return new PinAdmission(who, TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public void Dispose() => _hashing.Dispose();

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
