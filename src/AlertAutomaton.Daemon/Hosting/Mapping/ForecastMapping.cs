using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>What the configuration lets a forecast assume.</summary>
internal static class ForecastMapping
{
    public static ForecastAssumptions Map(ForecastOptions forecast, CallOptions calls, TimeSpan message, TimeSpan menu)
    {
        // Published figures: the second call reaches about a quarter of the first one's share of the rest, the third a tenth.
        var first = forecast.ReachedAtFirst;
        return new ForecastAssumptions
        {
            MessageLength = message,
            MenuLength = menu,
            Rounds = calls.Rounds,
            RingBeforeAnswer = TimeSpan.FromSeconds(forecast.RingSeconds),
            KeyTime = TimeSpan.FromSeconds(forecast.KeySeconds),
            RingTimeout = TimeSpan.FromSeconds(calls.RingSeconds),
            ReachedByAttempt = [first, first * 0.26, first * 0.08],
            SilentShare = forecast.SilentShare,
            TextsAnswered = forecast.TextsAnswered,
            TextAnswerTime = TimeSpan.FromSeconds(forecast.TextAnswerSeconds),
            MailsAnswered = forecast.MailsAnswered,
            MailAnswerTime = TimeSpan.FromSeconds(forecast.MailAnswerSeconds),
            VoicemailShare = first < 1 ? Math.Min(1, forecast.VoicemailAtFirst / (1 - first)) : 0,
        };
    }
}
