using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Telephony.Inbound;
using AlertAutomaton.VoiceServer.Lines;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Lines;

public sealed class InboundSwitchTests
{
    [Theory]
    [InlineData(TownHall.OperatorsLine, true)]
    [InlineData(TownHall.ResidentsLine, true)]
    [InlineData("+33162000003", false)]
    [InlineData("0162000001", false)]
    [InlineData("", false)]
    [InlineData("sip:evil", false)]
    public async Task Only_the_configured_numbers_are_answered(string called, bool taken)
    {
        await using var town = new TownHall();
        Assert.Equal(taken, town.Service.Accepts(new InboundCallInfo("lab", called, "", "c")));
    }

    [Fact]
    public async Task The_called_number_decides_who_is_meant()
    {
        await using var town = new TownHall();
        Assert.Contains(OperatorPromptNames.Welcome, (await town.OperatorCallsAsync(town.NewPhone())).Heard);
        Assert.Contains(ResidentPromptNames.Welcome, (await town.ResidentCallsAsync(town.NewPhone(), "")).Heard);
    }

    [Fact]
    public void Residents_never_take_the_places_of_operators()
    {
        var count = new CallerCount(60, 4);
        for (int caller = 0; caller < 56; caller++)
        {
            Assert.True(count.TryEnter(VoiceLineAudience.Residents));
        }

        Assert.False(count.TryEnter(VoiceLineAudience.Residents));
        for (int caller = 0; caller < 4; caller++)
        {
            Assert.True(count.TryEnter(VoiceLineAudience.Operators));
        }

        Assert.False(count.TryEnter(VoiceLineAudience.Operators));
        count.Leave();
        Assert.False(count.TryEnter(VoiceLineAudience.Residents));
        Assert.True(count.TryEnter(VoiceLineAudience.Operators));
    }

    [Fact]
    public async Task Who_comes_when_all_places_are_taken_hears_one_sentence_and_the_place_is_free_again_afterwards()
    {
        await using var town = new TownHall(options => options with { MostCallers = 1, PlacesForOperators = 0 });
        ScriptedPhone second = town.NewPhone();
        ScriptedPhone first = town.NewPhone().Then(() => town.ResidentCallsAsync(second, ""));
        await town.OperatorCallsAsync(first);
        Assert.Equal([OperatorPromptNames.Busy], second.Heard);
        Assert.True(second.HungUp);
        Assert.Equal(0, town.Service.Callers);
        Assert.Contains(ResidentPromptNames.Welcome, (await town.ResidentCallsAsync(town.NewPhone(), "")).Heard);
    }

    [Fact]
    public void Wrong_options_are_all_told_at_once()
    {
        var line = new VoiceLine(TownHall.Phone(TownHall.OperatorsLine), VoiceLineAudience.Operators, "xx", TownHall.Town);
        var options = new VoiceServerOptions { Lines = [line, line], MostCallers = 0, Repeats = 9, KeyWait = TimeSpan.Zero };
        Assert.Equal(7, VoiceServerOptionsReader.Problems(options, ["fr", "en"]).Count);
    }
}
