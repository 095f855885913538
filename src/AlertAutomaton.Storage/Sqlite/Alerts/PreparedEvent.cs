using AlertAutomaton.Alerting.Journal;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>An event with its written form, made on the caller's thread so that the one writer need not.</summary>
internal readonly record struct PreparedEvent(AlertEvent Happened, string Kind, int Version, byte[] Payload)
{
    public static PreparedEvent From(AlertEvent happened)
    {
        byte[] payload = AlertEventCodec.Write(happened, out string kind, out int version);
        return new PreparedEvent(happened, kind, version, payload);
    }
}
