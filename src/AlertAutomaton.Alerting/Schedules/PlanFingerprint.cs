using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AlertAutomaton.Alerting.Alerts;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>Tells two orders to plan with one idempotency key apart: what is launched, and when. Identifiers and the moment of planning are left out.</summary>
public static class PlanFingerprint
{
    /// <summary>The fingerprint of an order.</summary>
    /// <param name="request">What is launched.</param>
    /// <param name="reminderTitle">The title of its reminders.</param>
    /// <param name="plan">When.</param>
    /// <returns>64 hexadecimal digits (SHA-256).</returns>
    public static string Of(LaunchRequest request, string? reminderTitle, SchedulePlan plan)
    {
        var timeless = plan with { Schedule = plan.Schedule with { Since = default } };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(LaunchFingerprint.Of(request)));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(timeless, ScheduleJson.Default.SchedulePlan));
        hash.AppendData(Encoding.UTF8.GetBytes(reminderTitle ?? string.Empty));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
