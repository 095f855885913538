using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Duty;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Duty;

public sealed class SystemWatchTests : IAsyncDisposable
{
    private readonly DutyRoom _room = new();
    private volatile bool _well;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_store_that_fails_is_told_by_another_path_phones_the_duty_and_ends_when_it_is_well()
    {
        ScriptedPhone phone = _room.FirstAnswers(TownHall.ComeIn + "2");
        DutyDesk desk = await _room.StartAsync();
        await using var watch = new SystemWatch(
            () => [new SystemReading(SystemComponent.Store, "", _well)], static () => false, _room.Alarms, desk, _room.Town.Clock, _room.Town.Log);
        watch.Start();
        await _room.UntilAsync(() => !_room.Path.Took.IsEmpty);
        Assert.Equal("system:Store", _room.Path.Took.First().Cause);
        await _room.UntilAsync(() => phone.HungUp && desk.Matters[0].Standing == DutyStanding.Taken);
        Assert.Contains(DutyPromptNames.Store, phone.Heard);
        _well = true;
        await _room.UntilAsync(() => desk.Matters is [] or [{ Standing: DutyStanding.Over }]);
        await _room.UntilAsync(() => _room.Path.Took.Last().IsAllClear);
        Assert.Single(_room.Town.Outbound.Called);
    }

    [Fact]
    public async Task A_reading_that_throws_stops_no_watch()
    {
        int reads = 0;
        await using var watch = new SystemWatch(
            () => ++reads < 3 ? throw new InvalidOperationException("broken") : [new SystemReading(SystemComponent.Clock, "", false)],
            static () => false, _room.Alarms, null, _room.Town.Clock, _room.Town.Log);
        watch.Start();
        await _room.UntilAsync(() => !_room.Path.Took.IsEmpty);
    }
}
