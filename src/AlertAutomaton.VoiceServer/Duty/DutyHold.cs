using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>A matter of a duty desk in the hands of a call.</summary>
internal sealed class DutyHold(DutyDesk desk, DutyMatterId matter) : IDutyHold
{
    public bool Stands => desk.Find(matter) is { IsOpen: true };

    public async Task<bool> TakeAsync(OperatorId by, DutyCallResult how)
    {
        await desk.PostAsync(new DutyInput.Taken(matter, by, how));
        return desk.Find(matter) is { Standing: DutyStanding.Taken } taken && taken.TakenBy == by;
    }
}
