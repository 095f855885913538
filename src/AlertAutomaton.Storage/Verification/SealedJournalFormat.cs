using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;

namespace AlertAutomaton.Storage.Verification;

/// <summary>
/// The lines of a sealed journal file, written and read in one place. UTF-8, one JSON object a line: a head that names the alert,
/// one line per entry with its payload exactly as it was hashed, and a seal with the number of entries and the last hash.
/// </summary>
internal static class SealedJournalFormat
{
    public const string Name = "alertautomaton-journal";

    public const int Version = 1;

    /// <summary>No honest line is longer: the payload's own limit and room for the rest.</summary>
    public const int LongestLine = AlertEventCodec.MaximumPayload + 4096;

    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static void WriteHead(IBufferWriter<byte> output, AlertId alert, DateTimeOffset exportedAt)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("format", Name);
            json.WriteNumber("version", Version);
            json.WriteString("alert", alert.Value);
            json.WriteString("exportedAt", exportedAt.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    public static void WriteEntry(IBufferWriter<byte> output, JournalEntry entry)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("at", entry.At.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture));
            json.WriteString("kind", entry.Kind);
            json.WriteNumber("version", entry.Version);
            json.WritePropertyName("payload");
            json.WriteRawValue(entry.Payload.Span, skipInputValidation: true);
            json.WriteString("hash", Convert.ToHexStringLower(entry.Hash.Span));
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    public static void WriteSeal(IBufferWriter<byte> output, long entries, string finalHash)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("entries", entries);
            json.WriteString("finalHash", finalHash);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    public static bool TryReadHead(ReadOnlyMemory<byte> line, out AlertId alert, out string whyNot)
    {
        alert = default;
        if (!TryParse(line, out JsonDocument? document, out whyNot))
        {
            return false;
        }

        using (document)
        {
            JsonElement head = document!.RootElement;
            if (!IsText(head, "format", out JsonElement format) || !format.ValueEquals(Name))
            {
                whyNot = "it is not a sealed journal of AlertAutomaton";
            }
            else if (!IsNumber(head, "version", out long version) || version != Version)
            {
                whyNot = "its version is not known to this program";
            }
            else if (!IsText(head, "alert", out JsonElement id) || !id.TryGetGuid(out Guid guid))
            {
                whyNot = "it does not name an alert";
            }
            else
            {
                alert = new AlertId(guid);
                return true;
            }
        }

        return false;
    }

    public static bool TryReadEntry(ReadOnlyMemory<byte> line, AlertId alert, out JournalEntry? entry, out string whyNot)
    {
        entry = null;
        if (!TryParse(line, out JsonDocument? document, out whyNot))
        {
            return false;
        }

        using (document)
        {
            JsonElement root = document!.RootElement;
            if (!IsNumber(root, "sequence", out long sequence) || !IsNumber(root, "version", out long version) || version is < 0 or > int.MaxValue
                || !IsText(root, "kind", out JsonElement kind) || !IsText(root, "at", out JsonElement at) || !root.TryGetProperty("payload", out JsonElement payload)
                || !IsText(root, "hash", out JsonElement hash) || !TryHash(hash, out byte[] hashBytes)
                || !DateTimeOffset.TryParseExact(at.GetString(), TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            {
                whyNot = "an entry needs sequence, at, kind, version, payload and hash";
                return false;
            }

            entry = new JournalEntry
            {
                Alert = alert,
                Sequence = sequence,
                At = time,
                Kind = kind.GetString()!,
                Version = (int)version,
                Payload = JsonMarshal.GetRawUtf8Value(payload).ToArray(),
                Hash = hashBytes,
            };
            return true;
        }
    }

    public static bool TryReadSeal(ReadOnlyMemory<byte> line, out long entries, out string finalHash)
    {
        entries = 0;
        finalHash = "";
        if (!TryParse(line, out JsonDocument? document, out _))
        {
            return false;
        }

        using (document)
        {
            if (!IsNumber(document!.RootElement, "entries", out entries) || !IsText(document.RootElement, "finalHash", out JsonElement hash) || !TryHash(hash, out _))
            {
                return false;
            }

            finalHash = hash.GetString()!;
            return true;
        }
    }

    private static bool TryParse(ReadOnlyMemory<byte> line, out JsonDocument? document, out string whyNot)
    {
        document = null;
        whyNot = "";
        if (!Utf8.IsValid(line.Span))
        {
            // The document would be read, and reading a text out of it would throw.
            whyNot = "it is not UTF-8";
            return false;
        }

        try
        {
            document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return true;
            }

            whyNot = "it is not a JSON object";
        }
        catch (JsonException error)
        {
            whyNot = $"it is not JSON: {error.Message}";
        }

        document?.Dispose();
        return false;
    }

    private static bool IsText(JsonElement parent, string name, out JsonElement value) =>
        parent.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.String;

    private static bool IsNumber(JsonElement parent, string name, out long value)
    {
        value = 0;
        return parent.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out value);
    }

    private static bool TryHash(JsonElement text, out byte[] hash)
    {
        hash = new byte[JournalChain.HashLength];
        string digits = text.GetString()!;
        return digits.Length == 2 * JournalChain.HashLength && Convert.FromHexString(digits, hash, out _, out int written) == OperationStatus.Done && written == hash.Length;
    }
}
