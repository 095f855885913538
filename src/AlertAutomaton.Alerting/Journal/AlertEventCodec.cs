using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>
/// The written form of events: a kind, a version, and compact UTF-8 JSON. Reading is tolerant of fields that later versions add,
/// and gives a verdict instead of throwing: a journal may come from a file that somebody edited.
/// </summary>
public static class AlertEventCodec
{
    /// <summary>The version written today.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The longest payload that is read, in bytes.</summary>
    public const int MaximumPayload = 16 * 1024 * 1024;

    private static readonly (string Kind, JsonTypeInfo Form)[] Table =
    [
        ("accepted", AlertEventJson.Default.AlertAccepted),
        ("recipients", AlertEventJson.Default.RecipientsFrozen),
        ("begun", AlertEventJson.Default.AttemptBegun),
        ("answered", AlertEventJson.Default.AttemptAnswered),
        ("heard", AlertEventJson.Default.MessageHeard),
        ("key", AlertEventJson.Default.KeyPressed),
        ("acknowledged", AlertEventJson.Default.Acknowledged),
        ("ended", AlertEventJson.Default.AttemptEnded),
        ("reported", AlertEventJson.Default.DeliveryReported),
        ("final", AlertEventJson.Default.RecipientFinished),
        ("point-closed", AlertEventJson.Default.ContactPointInvalidated),
        ("paused", AlertEventJson.Default.AlertPaused),
        ("resumed", AlertEventJson.Default.AlertResumed),
        ("stopped", AlertEventJson.Default.AlertStopped),
        ("expired", AlertEventJson.Default.AlertExpired),
        ("finished", AlertEventJson.Default.AlertFinished),
        ("late-acknowledged", AlertEventJson.Default.LateAcknowledged),
    ];

    private static readonly FrozenDictionary<string, JsonTypeInfo> FormOfKind = Table.ToFrozenDictionary(row => row.Kind, row => row.Form, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, (string Kind, JsonTypeInfo Form)> FormOfType = Table.ToFrozenDictionary(row => row.Form.Type);

    /// <summary>All kinds, in the order of the life of an alert.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Table.Select(row => row.Kind)];

    /// <summary>The kind an event is written under.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>A value of <see cref="Kinds"/>.</returns>
    public static string KindOf(AlertEvent happened) => FormOfType[happened.GetType()].Kind;

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="kind">The kind to store beside it.</param>
    /// <param name="version">The version to store beside it.</param>
    /// <returns>The payload.</returns>
    public static byte[] Write(AlertEvent happened, out string kind, out int version)
    {
        (kind, var form) = FormOfType[happened.GetType()];
        version = CurrentVersion;
        return JsonSerializer.SerializeToUtf8Bytes(happened, form);
    }

    /// <summary>Reads an event back.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="happened">The event.</param>
    /// <param name="whyNot">What is wrong, when something is.</param>
    /// <returns>False for an unknown kind or version, or a payload that is not what the kind says.</returns>
    public static bool TryRead(JournalEntry entry, out AlertEvent? happened, out string? whyNot)
    {
        happened = null;
        whyNot = null;
        if (!FormOfKind.TryGetValue(entry.Kind, out var form))
        {
            whyNot = $"unknown kind '{entry.Kind}'";
        }
        else if (entry.Version is < 1 or > CurrentVersion)
        {
            whyNot = $"version {entry.Version} is newer than this program (it knows {CurrentVersion})";
        }
        else if (entry.Payload.Length > MaximumPayload)
        {
            whyNot = "payload too long";
        }
        else
        {
            try
            {
                happened = (AlertEvent?)JsonSerializer.Deserialize(entry.Payload.Span, form);
            }
            catch (JsonException error)
            {
                whyNot = error.Message;
                return false;
            }

            if (happened is null)
            {
                whyNot = "payload is null";
            }
            else if (happened.Alert != entry.Alert || happened.At != entry.At)
            {
                happened = null;
                whyNot = "the payload names another alert or time than its entry";
            }
        }

        return happened is not null;
    }
}
