using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Reads the JSON that a store of the desk has written.</summary>
internal static class DeskJson
{
    /// <exception cref="InvalidDataException">The database is damaged.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException($"A {typeof(T).Name} in the database is empty.");
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException($"A {typeof(T).Name} in the database cannot be read: {damaged.Message}", damaged);
        }
    }
}
