using AlertAutomaton.Alerting.Texts;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Texts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>
/// Answers who wrote, over the gateway that brought it: each answer about an alert once, few in an hour, and none that is not on disk first. An
/// answer that the gateway does not take is not repeated: what it confirms stands without it.
/// </summary>
internal sealed class ReplyAnswers(IInboundTextStore store, GatewayPool pool, ReplyOptions options, TimeProvider time, ILogger log)
{
    /// <summary>Sends an answer.</summary>
    /// <param name="text">What it answers.</param>
    /// <param name="target">About which alert; null when about none.</param>
    /// <param name="what">Which answer.</param>
    /// <param name="words">What it says, without who says it.</param>
    public async Task SendAsync(InboundText text, ReplyTarget? target, string what, string words)
    {
        if (text.Number.IsEmpty || pool.Find(text.Gateway) is not { } gateway)
        {
            return;
        }

        var answer = new TextAnswer(text.Number, target?.Alert.Id, what, text.Id, time.GetUtcNow());
        switch (await store.ClaimAnswerAsync(answer, options.MostAnswersPerHour))
        {
            case TextAnswerVerdict.MayLeave:
                var said = SmsComposer.Plain(Signed(target, words), gateway.Options.Encoding);
                await gateway.SubmitAsync(new OutgoingText(text.Number, said, options.AnswerValidity, IsUrgent: false, WantsReceipt: false), CancellationToken.None);
                break;
            case TextAnswerVerdict.TooMany:
                SmsLog.TooManyAnswers(log, text.Number.Masked());
                break;
        }
    }

    private string Signed(ReplyTarget? target, string words)
    {
        var own = SmsWords.For(target?.Language ?? options.DefaultLanguage);
        var sender = own.Sender(target is null ? options.DefaultOrganisationName : options.OrganisationName(target.Alert.Organisation));
        var kind = target is null ? null : own.KindOf(target.Alert.Kind);
        return kind is null ? $"{sender} {words}" : $"{kind} {sender} {words}";
    }
}
