using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Duty;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Duty;

public sealed class HeartbeatServiceTests : IAsyncDisposable
{
    private const string FarEnd = "+33639980099";
    private readonly DutyRoom _room = new();
    private volatile bool _scarce;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Theory]
    [InlineData(HeartbeatProof.Key, "5", false, HeartbeatResult.Good)]
    [InlineData(HeartbeatProof.Key, "125", false, HeartbeatResult.Good)]
    [InlineData(HeartbeatProof.Key, "12", true, HeartbeatResult.NoProof)]
    [InlineData(HeartbeatProof.Key, "", true, HeartbeatResult.NoProof)]
    [InlineData(HeartbeatProof.Sound, "", true, HeartbeatResult.Good)]
    [InlineData(HeartbeatProof.Sound, "5", false, HeartbeatResult.NoProof)]
    [InlineData(HeartbeatProof.Answered, "", false, HeartbeatResult.Good)]
    public async Task The_proof_that_was_asked_for_decides(HeartbeatProof proof, string keys, bool sound, HeartbeatResult wanted)
    {
        ScriptedPhone phone = _room.Town.NewPhone().Types(keys);
        phone.Says = sound ? ToneGenerator.Sine(425, TimeSpan.FromSeconds(1), -20) : new short[8000];
        _room.Town.Outbound.Answers(TownHall.Phone(FarEnd), phone);
        await using HeartbeatService service = Start(proof);
        await _room.UntilAsync(() => service.State.LastResult is not null);
        Assert.Equal((wanted, true), (service.State.LastResult, phone.HungUp));
        Assert.Equal(proof == HeartbeatProof.Key, phone.Heard.Contains(DutyPromptNames.HeartbeatCall));
    }

    [Fact]
    public async Task Calls_that_nobody_answers_alarm_by_another_path_and_a_good_one_clears_it()
    {
        await using HeartbeatService service = Start(HeartbeatProof.Key);
        Assert.True(service.Reading.IsWell);
        await _room.UntilAsync(() => _room.Path.Took.Count == 1);
        Assert.Equal("system:Heartbeat", _room.Path.Took.First().Cause);
        Assert.InRange(service.State.FailuresInRow, 2, int.MaxValue);
        Assert.False(service.Reading.IsWell);
        _room.Town.Outbound.Answers(TownHall.Phone(FarEnd), _room.Town.NewPhone().Types("5"));
        await _room.UntilAsync(() => _room.Path.Took.Count == 2);
        Assert.True(_room.Path.Took.Last().IsAllClear);
        Assert.True(service.Reading.IsWell);
    }

    [Fact]
    public async Task While_lines_are_scarce_nobody_is_called_and_the_skip_is_counted()
    {
        _scarce = true;
        await using HeartbeatService service = Start(HeartbeatProof.Key);
        await _room.UntilAsync(() => service.State.Skipped == 1);
        Assert.Empty(_room.Town.Outbound.Called);
        Assert.Contains(_room.Town.Log.Lines, line => line.StartsWith("11112", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_only_hums_is_no_sound()
    {
        Assert.False(HeardSound.IsIn(ToneGenerator.Sine(50, TimeSpan.FromSeconds(5), -55)));
        Assert.False(HeardSound.IsIn(ToneGenerator.Sine(425, TimeSpan.FromMilliseconds(300), -10)));
        Assert.True(HeardSound.IsIn(ToneGenerator.Sine(425, TimeSpan.FromMilliseconds(700), -30)));
        Assert.False(HeardSound.IsIn([]));
    }

    private HeartbeatService Start(HeartbeatProof proof)
    {
        HeartbeatService service = _room.Town.Service.CreateHeartbeat(new HeartbeatOptions { Number = TownHall.Phone(FarEnd), Proof = proof }, () => _scarce, _room.Alarms);
        service.Start();
        return service;
    }
}
