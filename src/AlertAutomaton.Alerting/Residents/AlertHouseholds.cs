using System.Security.Cryptography;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Residents;

/// <summary>The recipients of one alert by number and by code. Built once, then only read.</summary>
internal sealed class AlertHouseholds
{
    private const int Codes = 90_000;
    private const int FirstCode = 10_000;
    private readonly Entry[] _entries;
    private readonly Dictionary<ulong, (int Entry, ContactPointRole Role, ContactPointId Point)> _byNumber;
    private readonly Dictionary<int, int> _byCode;
    private readonly Dictionary<RecipientId, int> _codes;

    public AlertHouseholds(Alert alert, IReadOnlyCollection<Recipient> recipients)
    {
        Alert = alert;
        _entries = new Entry[recipients.Count];
        _byNumber = new Dictionary<ulong, (int, ContactPointRole, ContactPointId)>(recipients.Count);
        _byCode = new Dictionary<int, int>(Math.Min(recipients.Count, Codes));
        _codes = new Dictionary<RecipientId, int>(Math.Min(recipients.Count, Codes));
        var at = 0;
        foreach (var recipient in recipients)
        {
            _entries[at] = new Entry(recipient.Id, recipient.Contact, recipient.Language);
            foreach (var point in recipient.Points)
            {
                Index(point, at);
            }

            if (at < Codes)
            {
                GiveCode(recipient, at);
            }

            at++;
        }
    }

    public Alert Alert { get; }

    public int Count => _entries.Length;

    public HouseholdAlert? ByNumber(ulong digits) =>
        _byNumber.TryGetValue(digits, out var found) ? Of(found.Entry, found.Role, found.Point) : null;

    public HouseholdAlert? ByCode(int code) => _byCode.TryGetValue(code, out var entry) ? Of(entry, ContactPointRole.Own, null) : null;

    public int? CodeOf(RecipientId recipient) => _codes.TryGetValue(recipient, out var code) ? code : null;

    private HouseholdAlert Of(int entry, ContactPointRole role, ContactPointId? point)
    {
        var found = _entries[entry];
        return new HouseholdAlert(Alert, found.Recipient, found.Contact, found.Language, role, point);
    }

    private void Index(ContactPoint point, int entry)
    {
        if (point.Number.IsEmpty)
        {
            return;
        }

        // Who lives behind a number goes before whose neighbour it is.
        if (!_byNumber.TryAdd(point.Number.Digits, (entry, point.Role, point.Id))
            && point.Role == ContactPointRole.Own && _byNumber[point.Number.Digits].Role != ContactPointRole.Own)
        {
            _byNumber[point.Number.Digits] = (entry, point.Role, point.Id);
        }
    }

    /// <summary>From the contact, so that a household mostly keeps its code from one alert to the next; the next free one where it is taken.</summary>
    private void GiveCode(Recipient recipient, int entry)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> id = stackalloc byte[16];
        recipient.Contact.Value.TryWriteBytes(id);
        SHA256.HashData(id, hash);
        var code = (int)(BitConverter.ToUInt32(hash) % Codes);
        while (!_byCode.TryAdd(FirstCode + code, entry))
        {
            code = (code + 1) % Codes;
        }

        _codes[recipient.Id] = FirstCode + code;
    }

    private readonly record struct Entry(RecipientId Recipient, ContactId Contact, string Language);
}
