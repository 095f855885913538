using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Texts;
using AlertAutomaton.Channels.Sms;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Replies;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using static AlertAutomaton.Channels.Tests.Sms.SmsFixtures;

namespace AlertAutomaton.Channels.Tests.Sms.Replies;

/// <summary>What becomes of the texts of residents.</summary>
public sealed class ReplyRouterTests : IDisposable
{
    private const string Mobile = "+33639980001";
    private readonly ManualTimeProvider _clock = new(Evening);
    private readonly FakeInbox _inbox = new();
    private readonly FakeReplyEngine _engine = new();
    private readonly ScriptedGateway _gateway = new(new GatewayOptions { Name = "gw", Sender = "+33639980099" });
    private readonly Alert _flood = Alert(Message(French("Crue.")));
    private readonly SmsMeters _meters = new();
    private readonly GatewayPool _pool;
    private readonly ReplyRouter _router;

    public ReplyRouterTests()
    {
        _pool = new GatewayPool([_gateway], new GatewaySwitchOptions(), _clock, NullLogger<GatewayPool>.Instance);
        _router = NewRouter();
        Assert.True(_router.StartAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_reply_acknowledges_the_alert_and_is_confirmed_in_the_residents_language()
    {
        var recipient = _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        await ReceiveAsync("1 merci");
        Assert.Equal([(_flood.Id, recipient, AcknowledgementOption.Safe)], _engine.Acknowledged);
        Assert.Equal(["Barran : Merci, c'est noté : tout va bien."], _gateway.Texts.Select(text => text.Text));
        Assert.Equal(Mobile, _gateway.Texts[0].To.ToString());
        var result = Assert.Single(_inbox.Results);
        Assert.Equal((InboundTextFate.Acknowledged, _flood.Id, recipient, AcknowledgementOption.Safe), (result.Fate, result.Alert, result.Recipient, result.Option));
    }

    [Theory]
    [InlineData("33639980001")]
    [InlineData("0639980001")]
    [InlineData("0033639980001")]
    public async Task A_sender_is_known_in_every_form_that_gateways_write(string from)
    {
        _engine.Text(_flood, 1, "en", Evening, Point(Mobile));
        await ReceiveAsync("help", from);
        Assert.Equal(AcknowledgementOption.NeedsHelp, Assert.Single(_engine.Acknowledged).Option);
        Assert.Equal("Barran: Noted: you need help. In immediate danger, call 112.", Assert.Single(_gateway.Texts).Text);
    }

    [Fact]
    public async Task The_newest_running_alert_is_meant()
    {
        var meeting = Alert(Message(French("Conseil.")), BuiltInPolicies.Convocation, id: 2);
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        _engine.Text(meeting, 2, "fr", Evening.AddMinutes(5), Point(Mobile));
        _clock.Advance(TimeSpan.FromMinutes(6));
        await ReceiveAsync("2");
        Assert.Equal((meeting.Id, AcknowledgementOption.Absent), (_engine.Acknowledged[0].Alert, _engine.Acknowledged[0].Option));
        _engine.Over.Add(meeting.Id);
        await ReceiveAsync("2 svp");
        Assert.Equal((_flood.Id, AcknowledgementOption.NeedsHelp), (_engine.Acknowledged[1].Alert, _engine.Acknowledged[1].Option));
    }

    [Fact]
    public async Task A_text_that_came_before_the_alert_is_no_answer_to_it()
    {
        _engine.Text(_flood, 1, "fr", Evening.AddMinutes(5), Point(Mobile));
        await ReceiveAsync("1");
        Assert.Empty(_engine.Acknowledged);
        Assert.Equal(InboundTextFate.NoAlert, Assert.Single(_inbox.Results).Fate);
    }

    [Fact]
    public async Task An_answer_after_the_end_is_told_to_the_alert_as_late_and_never_answered()
    {
        var household = _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        _engine.Finished.Add(_flood.Id);
        _engine.Verdict = CommandVerdict.NotRunning;
        await ReceiveAsync("2");
        Assert.Equal((_flood.Id, household, AcknowledgementOption.NeedsHelp), Assert.Single(_engine.Acknowledged));
        Assert.Equal(InboundTextFate.NoAlert, Assert.Single(_inbox.Results).Fate);
    }

    [Fact]
    public async Task A_text_without_an_alert_is_kept_and_never_answered()
    {
        await ReceiveAsync("1");
        await ReceiveAsync("bonjour la mairie", "+33639980002");
        Assert.All(_inbox.Results, result => Assert.Equal(InboundTextFate.NoAlert, result.Fate));
        Assert.Empty(_engine.Acknowledged);
        Assert.Empty(_gateway.Texts);
    }

    [Fact]
    public async Task What_is_not_understood_is_kept_and_answered_once()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        await ReceiveAsync("où aller ?");
        await ReceiveAsync("allo");
        Assert.Equal([InboundTextFate.NotUnderstood, InboundTextFate.NotUnderstood], _inbox.Results.Select(result => result.Fate));
        Assert.Equal(
            "Barran : Nous n'avons pas compris votre réponse. Répondez 1 si tout va bien, 2 si vous avez besoin d'aide.", Assert.Single(_gateway.Texts).Text);
    }

    [Fact]
    public async Task A_second_answer_is_confirmed_only_when_it_says_something_else()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        await ReceiveAsync("1");
        await ReceiveAsync("oui");
        await ReceiveAsync("2");
        Assert.Equal(3, _engine.Acknowledged.Count);
        Assert.Equal(2, _gateway.Texts.Count);
    }

    [Fact]
    public async Task A_repetition_by_the_network_is_taken_once_and_a_change_of_mind_every_time()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        await ReceiveAsync("1");
        await ReceiveAsync("1");
        Assert.Single(_engine.Acknowledged);
        await ReceiveAsync("2");
        await ReceiveAsync("1");
        Assert.Equal([AcknowledgementOption.Safe, AcknowledgementOption.NeedsHelp, AcknowledgementOption.Safe], _engine.Acknowledged.Select(one => one.Option));
    }

    [Fact]
    public async Task Nothing_is_confirmed_that_is_not_on_disk()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        _engine.Verdict = CommandVerdict.InForceNotWritten;
        await ReceiveAsync("1");
        Assert.Empty(_gateway.Texts);
        Assert.Empty(_inbox.Results);

        _engine.Verdict = CommandVerdict.Done;
        _clock.Advance(TimeSpan.FromSeconds(31));
        await _router.WhenIdleAsync();
        Assert.Single(_gateway.Texts);
        Assert.Equal(InboundTextFate.Acknowledged, Assert.Single(_inbox.Results).Fate);
    }

    [Fact]
    public async Task A_text_that_cannot_be_stored_is_left_to_the_gateway_to_repeat()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        _inbox.Works = false;
        Assert.False(await _router.TakeAsync(new GatewayText("gw", Mobile, "+33639980099", "1")));
        await _router.WhenIdleAsync();
        Assert.Empty(_engine.Acknowledged);
    }

    [Fact]
    public async Task A_text_that_a_dead_process_left_open_is_worked_on_after_the_start()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        await _inbox.AddAsync(
            new InboundText { Id = new Guid(1, 1, 1, new byte[8]), Gateway = "gw", From = Mobile, Number = Number(Mobile), To = "36000", Text = "1", ReceivedAt = Evening }, TimeSpan.Zero);
        using var router = NewRouter();
        await router.StartAsync();
        await router.WhenIdleAsync();
        Assert.Single(_engine.Acknowledged);
    }

    [Fact]
    public async Task Before_the_start_texts_are_stored_and_wait()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        using var router = NewRouter();
        Assert.True(await router.TakeAsync(new GatewayText("gw", Mobile, "36000", "1")));
        await router.WhenIdleAsync();
        Assert.Empty(_engine.Acknowledged);
        await router.StartAsync();
        await router.WhenIdleAsync();
        Assert.Single(_engine.Acknowledged);
    }

    [Fact]
    public async Task A_number_that_stands_on_the_list_twice_answers_for_both()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        _engine.Text(_flood, 2, "fr", Evening, Point(Mobile, id: 2));
        await ReceiveAsync("1");
        Assert.Equal(2, _engine.Acknowledged.Select(one => one.Recipient).Distinct().Count());
        Assert.Single(_gateway.Texts);
    }

    [Fact]
    public async Task The_trusted_person_of_two_households_answers_for_the_one_texted_last()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile, ContactPointRole.Trusted));
        _clock.Advance(TimeSpan.FromMinutes(2));
        var last = _engine.Text(_flood, 2, "fr", Evening.AddMinutes(1), Point(Mobile, ContactPointRole.Trusted, 2));
        await ReceiveAsync("1");
        Assert.Equal(last, Assert.Single(_engine.Acknowledged).Recipient);
    }

    [Fact]
    public async Task Stop_is_stored_closes_the_point_and_is_confirmed_once()
    {
        var point = Point(Mobile);
        _engine.Text(_flood, 1, "fr", Evening, point);
        await ReceiveAsync("STOP");
        await ReceiveAsync("stop svp");
        Assert.Equal([point.Id, point.Id], _engine.Closed);
        Assert.Equal((Number(Mobile), _flood.Organisation), (_inbox.Refusals[0].Number, _inbox.Refusals[0].Organisation!.Value));
        Assert.Contains(Number(Mobile), await _inbox.RefusedAsync(_flood.Organisation, CancellationToken.None));
        Assert.StartsWith("Barran : C'est noté : plus de SMS d'information de Barran.", Assert.Single(_gateway.Texts).Text, StringComparison.Ordinal);
        Assert.Empty(_engine.Acknowledged);
    }

    [Fact]
    public async Task Stop_without_an_alert_is_obeyed_all_the_same()
    {
        await ReceiveAsync("STOP");
        Assert.Null(Assert.Single(_inbox.Refusals).Organisation);
        Assert.Single(_gateway.Texts);
        Assert.Equal(InboundTextFate.Stopped, Assert.Single(_inbox.Results).Fate);
    }

    [Fact]
    public async Task A_refusal_that_is_not_on_disk_is_not_confirmed()
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        _inbox.TakesRefusals = false;
        await ReceiveAsync("STOP");
        Assert.Empty(_gateway.Texts);
        Assert.Empty(_inbox.Results);
        _inbox.TakesRefusals = true;
        _clock.Advance(TimeSpan.FromSeconds(31));
        await _router.WhenIdleAsync();
        Assert.Single(_gateway.Texts);
        Assert.Single(_inbox.Refusals);
    }

    [Theory]
    [InlineData("36180", "1")]
    [InlineData("MAIRIE", "oui")]
    [InlineData("", "1")]
    [InlineData("+33639980099", "1")]
    [InlineData("+33639980001", "Réponse automatique : je conduis")]
    public async Task Machines_names_short_codes_and_ourselves_are_never_answered(string from, string text)
    {
        _engine.Text(_flood, 1, "fr", Evening, Point(Mobile));
        _engine.Text(_flood, 2, "fr", Evening, Point("+33639980099"));
        await ReceiveAsync(text, from);
        Assert.Empty(_gateway.Texts);
        Assert.Empty(_engine.Acknowledged);
        Assert.Single(_inbox.Texts);
    }

    [Fact]
    public async Task Two_machines_that_answer_each_other_fall_silent()
    {
        for (var id = 1; id <= 20; id++)
        {
            _engine.Text(Alert(Message(French("Crue.")), id: id), 1, "fr", Evening.AddMinutes(id), Point(Mobile));
            _clock.Advance(TimeSpan.FromMinutes(1));
            await ReceiveAsync($"machine {id}");
        }

        Assert.Equal(5, _gateway.Texts.Count);
    }

    [Fact]
    public async Task An_exercise_is_confirmed_as_one()
    {
        _engine.Text(_flood with { Kind = AlertKind.Exercise }, 1, "fr", Evening, Point(Mobile));
        await ReceiveAsync("2");
        Assert.StartsWith("EXERCICE", Assert.Single(_gateway.Texts).Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _router.Dispose();
        _pool.Dispose();
        _meters.Dispose();
    }

    private async Task ReceiveAsync(string text, string from = Mobile)
    {
        Assert.True(await _router.TakeAsync(new GatewayText("gw", from, "+33639980099", text)));
        await _router.WhenIdleAsync();
    }

    private ReplyRouter NewRouter() => new(
        _inbox, _inbox, _engine, _pool, new ReplyOptions { OrganisationName = _ => "Barran", DefaultOrganisationName = "Barran" }, _clock, _meters, NullLogger<ReplyRouter>.Instance);
}
