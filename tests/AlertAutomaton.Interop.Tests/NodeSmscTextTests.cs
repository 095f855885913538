using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Tests;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Interop.Tests;

/// <summary>Every text of the table, submitted in every way, as node-smpp's decoder reads it.</summary>
public sealed class NodeSmscTextTests
{
    [Theory]
    [InlineData(SmsConcatenation.UserDataHeader8, SmsDefaultAlphabet.Gsm, false, "udh8")]
    [InlineData(SmsConcatenation.UserDataHeader16, SmsDefaultAlphabet.Gsm, false, "udh16")]
    [InlineData(SmsConcatenation.SegmentationParameters, SmsDefaultAlphabet.Gsm, false, "sar")]
    [InlineData(SmsConcatenation.MessagePayload, SmsDefaultAlphabet.Gsm, false, null)]
    [InlineData(SmsConcatenation.UserDataHeader8, SmsDefaultAlphabet.Gsm, true, "udh8")]
    [InlineData(SmsConcatenation.UserDataHeader8, SmsDefaultAlphabet.Latin1, false, "udh8")]
    public async Task Every_text_of_the_table_is_read_back_the_same(SmsConcatenation way, SmsDefaultAlphabet alphabet, bool latin1, string? by)
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync("--alphabet", alphabet == SmsDefaultAlphabet.Gsm ? "ASCII" : "LATIN1");
        var text = new SmsTextOptions { Concatenation = way, DefaultAlphabet = alphabet, AllowLatin1 = latin1 };
        await using GatewayRun run = await GatewayRun.StartBoundAsync(GatewayRun.Options(smsc.Port) with { Text = text }, () => smsc.Output);
        Assert.InRange(Corpus.Texts.Count, 60, 99);
        SubmitResult[] results = await Task.WhenAll(Corpus.Texts.Select((row, place) => run.SubmitAsync(NumberOf(place), row.Text)));
        Assert.All(results, result => Assert.True(result.Kind == SubmitResultKind.Accepted, result.Text));
        Dictionary<string, string> read = (await smsc.WaitAsync("text", Corpus.Texts.Count))
            .ToDictionary(told => "+" + told.To, told => told.Text!, StringComparer.Ordinal);
        Assert.All(Corpus.Texts.Select((row, place) => (row, place)), text => Assert.Equal(text.row.Text, read[NumberOf(text.place)]));

        // And it went the way that was asked for.
        IReadOnlyList<SmscEvent> submits = smsc.Seen("submit");
        Assert.Equal(by is null ? [] : [by], submits.Select(submit => submit.Part?.By).OfType<string>().Distinct(StringComparer.Ordinal));
        Assert.Equal(way == SmsConcatenation.MessagePayload, submits.Any(submit => submit.Payload == true));
        Assert.Equal(results.Sum(result => result.MessageIds.Count), submits.Count);
        Assert.Equal(alphabet == SmsDefaultAlphabet.Gsm && latin1, submits.Any(submit => submit.Coding == 3));
    }

    [Fact]
    public async Task An_urgent_text_is_marked_urgent()
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync();
        await using GatewayRun run = await GatewayRun.StartBoundAsync(GatewayRun.Options(smsc.Port), () => smsc.Output);
        await run.Client.SubmitAsync(
            new SmsSubmission { Source = "MAIRIE", Destination = "+33639980001", Text = "🌊 Montez", IsUrgent = true, Validity = TimeSpan.FromMinutes(90) },
            TestContext.Current.CancellationToken);
        SmscEvent submit = Assert.Single(await smsc.WaitAsync("submit", 1));
        Assert.Equal(("MAIRIE", "33639980001", 3, 8), (submit.From, submit.To, submit.Priority, submit.Coding));
    }

    private static string NumberOf(int place) => $"+336399800{place:00}";
}
