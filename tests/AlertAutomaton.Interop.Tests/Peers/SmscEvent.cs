using System.Text.Json;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>One line of <c>NodeSmpp/smsc.js</c>; what an event does not have is null.</summary>
internal sealed record SmscEvent(
    string Event,
    long At,
    int? Port,
    string? Mode,
    bool? Accepted,
    string? Id,
    string? From,
    string? To,
    string? Text,
    int? Parts,
    SmscPart? Part,
    int? Coding,
    int? Priority,
    bool? Payload,
    bool? Refused,
    string? State,
    int? Status)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static SmscEvent Parse(string line) => JsonSerializer.Deserialize<SmscEvent>(line, Web)!;
}
