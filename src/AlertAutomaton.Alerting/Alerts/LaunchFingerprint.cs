using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AlertAutomaton.Alerting.Journal;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>
/// Tells two orders with one idempotency key apart: what is said, how, and to whom. Identifiers are left out, because a list that is
/// read from a file twice gets new ones.
/// </summary>
internal static class LaunchFingerprint
{
    /// <summary>The fingerprint of an order.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(LaunchRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(request.Organisation.ToString());
        Add(request.Kind.ToString());
        Add(request.Title);
        Add(request.TimeZone);
        Add(request.Lifetime.Ticks.ToString(CultureInfo.InvariantCulture));
        Add(request.EventAt?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        Add(request.Quorum?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request.Policy, AlertEventJson.Default.DeliveryPolicy));
        foreach (var text in request.Message.Texts)
        {
            Add(text.Language);
            Add(text.Text);
            Add(text.VoicemailText ?? string.Empty);
            Add(text.Recording ?? string.Empty);
            Add(text.VoicemailRecording ?? string.Empty);
            Add(text.SmsText ?? string.Empty);
            Add(text.EmailSubject ?? string.Empty);
            Add(text.EmailText ?? string.Empty);
            Add(text.TrustedText ?? string.Empty);
        }

        foreach (var contact in request.Audience)
        {
            Add(contact.Name);
            Add(contact.Language);
            Add(contact.Vulnerable ? "v" : "-");
            foreach (var point in contact.Points.Concat(contact.TrustedPerson?.Points ?? []))
            {
                Add(point.Kind.ToString());
                Add(point.Address);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // The length in front keeps "ab","c" apart from "a","bc".
        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
