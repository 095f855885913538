using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Alerting.Tests.Operators;

public sealed class PinDeskTests : IDisposable
{
    private readonly List<OperatorAlarm> _alarms = [];
    private readonly ManualTimeProvider _clock = new();
    private readonly Operator _who = SampleOperators.Operator("1042", PinHasher.Hash("739264", "518306", 10));
    private readonly PinDesk _desk;

    public PinDeskTests() => _desk = new PinDesk(new OneOperator(_who), new Listed(_alarms), new PinGuardOptions(), _clock, 10);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_right_pin_lets_in()
    {
        Assert.Equal(_who, (await Try("739264")).Operator);
        Assert.Empty(_alarms);
    }

    [Fact]
    public async Task The_duress_pin_lets_in_like_the_right_one_and_warns_the_others()
    {
        var admission = await Try("518306");
        Assert.Equal((_who, TimeSpan.Zero), (admission.Operator, admission.Delay));
        Assert.Equal(OperatorAlarmKind.Duress, Assert.Single(_alarms).Kind);
    }

    [Fact]
    public async Task An_unknown_number_and_a_wrong_pin_get_the_same_answer()
    {
        for (var attempt = 0; attempt < 7; attempt++)
        {
            Assert.Equal(await Try("739265"), await _desk.CheckAsync(SampleOperators.Town, "9999", "739265", "", false, "c", default));
        }
    }

    [Fact]
    public async Task A_locked_operator_is_not_let_in_with_the_right_pin_but_is_from_the_registered_phone_and_after_the_lock()
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await Try("111222");
        }

        Assert.Null((await Try("739264")).Operator);
        Assert.Equal(OperatorAlarmKind.OperatorLocked, Assert.Single(_alarms).Kind);
        Assert.Equal(_who, (await Try("739264", SampleOperators.Phone.ToString())).Operator);
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(_who, (await Try("739264")).Operator);
    }

    [Fact]
    public async Task An_attack_from_two_hundred_phones_lets_nobody_in_and_does_not_keep_the_rightful_operator_out()
    {
        for (var call = 0; call < 2000; call++)
        {
            for (var guess = 0; guess < 3; guess++)
            {
                Assert.Null((await Try($"{call:0000}9{guess}", $"+336399{call % 200:00000}")).Operator);
            }

            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(_who, (await Try("739264", SampleOperators.Phone.ToString())).Operator);
    }

    [Fact]
    public async Task Sixty_calls_at_once_have_no_more_guesses_than_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Try("111222")));
        Assert.Null((await Try("739264")).Operator);
    }

    [Fact]
    public async Task Who_left_is_not_let_in()
    {
        using var desk = new PinDesk(new OneOperator(_who with { Active = false }), new Listed(_alarms), new PinGuardOptions(), _clock, 10);
        Assert.Null((await desk.CheckAsync(SampleOperators.Town, "1042", "739264", "", false, "c", default)).Operator);
    }

    private Task<PinAdmission> Try(string pin, string caller = "") => _desk.CheckAsync(SampleOperators.Town, "1042", pin, caller, false, "c", default);

    private sealed class OneOperator(Operator who) : IOperatorStore
    {
        public Task<Operator?> FindAsync(OrganisationId organisation, string number, CancellationToken ct) =>
            Task.FromResult(organisation == who.Organisation && number == who.Number ? who : null);

        public Task<Operator?> GetAsync(OperatorId id, CancellationToken ct) => Task.FromResult(id == who.Id ? who : null);

        public Task<IReadOnlyList<Operator>> ListAsync(OrganisationId organisation, CancellationToken ct) => Task.FromResult<IReadOnlyList<Operator>>([who]);

        public Task<bool> SaveAsync(Operator changed, CancellationToken ct) => Task.FromResult(false);
    }

    private sealed class Listed(List<OperatorAlarm> alarms) : IOperatorAlarms
    {
        public void Raise(OperatorAlarm alarm) => alarms.Add(alarm);
    }
}
