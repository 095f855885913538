using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>baresip is the resident's phone: what it hears is what a resident hears.</summary>
public sealed class BaresipPhoneTests
{
    [Fact]
    public async Task A_resident_hears_the_message_and_is_ticked_off_by_a_key()
    {
        using var run = new AlertRun { MessageSeconds = 6 };
        await using BaresipPhone phone = await BaresipPhone.StartAsync("+33639980001", Path.Combine(run.Folder, "phone"));
        Task<AlertSummary> sending = run.SendAsync([new TrunkLine("operator", $"sip:127.0.0.1:{phone.Port}")], ["0639980001"]);
        await phone.WaitForCallAsync(TimeSpan.FromSeconds(60));

        // The greeting comes first; a key pressed into the message would cut what this test wants to hear.
        await Task.Delay(TimeSpan.FromSeconds(12), TimeProvider.System, TestContext.Current.CancellationToken);
        await phone.PressAsync('1');
        AlertSummary summary = await sending;
        Assert.True(summary.Confirmed == 1, summary.Text + phone.Output);
        string heard = Assert.Single(phone.HeardFiles());
        Assert.InRange(HeardTone.Length(heard, AlertRun.MessageHertz).TotalSeconds, 2.5, 12);
    }
}
