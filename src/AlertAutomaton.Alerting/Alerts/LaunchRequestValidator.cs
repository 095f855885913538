using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>Checks an order before anything is written.</summary>
internal static class LaunchRequestValidator
{
    private const int MaximumText = 20_000;
    private static readonly TimeSpan MaximumLifetime = TimeSpan.FromDays(30);

    /// <summary>Finds everything that is wrong, at once.</summary>
    /// <returns>One line per fault: the path and the mend.</returns>
    public static IReadOnlyList<string> Validate(LaunchRequest request, string idempotencyKey)
    {
        var faults = new List<string>();
        Check(idempotencyKey.Length is >= 1 and <= 200, "IdempotencyKey: 1 to 200 characters.");
        Check(request.Title.Length is >= 1 and <= 200, "Title: 1 to 200 characters.");
        Check(!string.IsNullOrWhiteSpace(request.LaunchedBy), "LaunchedBy: say who orders it.");
        Check(request.Lifetime > TimeSpan.Zero && request.Lifetime <= MaximumLifetime, "Lifetime: more than zero, at most 30 days.");
        Check(request.Message.Texts.Count > 0, "Message: at least one language.");
        foreach (var text in request.Message.Texts)
        {
            Check(text.Text.Length > 0 || text.Recording is not null, $"Message[{text.Language}]: a text or a recording.");
            foreach (var part in (string?[])[text.Text, text.VoicemailText, text.SmsText, text.EmailSubject, text.EmailText, text.TrustedText])
            {
                Check(part is null || part.Length <= MaximumText, $"Message[{text.Language}]: at most {MaximumText} characters.");
            }
        }

        Check(request.Quorum is null or > 0, "Quorum: at least 1, or left out.");
        Check(request.Quorum is null || request.Policy.Purpose == AlertPurpose.Convocation, "Quorum: only a convocation counts answers; choose such a policy.");
        Check(request.Audience.Count > 0, "Audience: nobody to warn.");
        foreach (var contact in request.Audience)
        {
            var points = contact.Points.Count + (contact.TrustedPerson?.Points.Count ?? 0);
            Check(points <= Contact.MaximumPoints, $"Audience[{contact.Id}]: at most {Contact.MaximumPoints} contact points, not {points}.");
        }

        Check(TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out _), $"TimeZone: '{request.TimeZone}' is not known on this machine.");
        faults.AddRange(DeliveryPolicyValidator.Validate(request.Policy).Select(fault => $"Policy.{fault}"));
        return faults;

        void Check(bool sound, string fault)
        {
            if (!sound && faults.Count < 100)
            {
                faults.Add(fault);
            }
        }
    }
}
