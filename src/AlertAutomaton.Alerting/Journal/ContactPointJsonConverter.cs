using System.Text.Json;
using System.Text.Json.Serialization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>Writes a contact point as <c>{"id","kind","address","role"}</c>; role only when it is the trusted person's.</summary>
public sealed class ContactPointJsonConverter : JsonConverter<ContactPoint>
{
    /// <inheritdoc/>
    public override ContactPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A contact point is an object.");
        }

        var id = default(ContactPointId);
        var kind = ChannelKind.Voice;
        var role = ContactPointRole.Own;
        string? address = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "id":
                    id = new ContactPointId(reader.GetGuid());
                    break;
                case "kind":
                    kind = Enum.TryParse<ChannelKind>(reader.GetString(), out var k) && Enum.IsDefined(k) ? k : throw new JsonException("Unknown kind of contact point.");
                    break;
                case "role":
                    role = Enum.TryParse<ContactPointRole>(reader.GetString(), out var r) && Enum.IsDefined(r) ? r : throw new JsonException("Unknown role of contact point.");
                    break;
                case "address":
                    address = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return address is not null && ContactPoint.TryRestore(id, kind, address, role, out var point)
            ? point
            : throw new JsonException("A contact point needs an address that fits its kind.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ContactPoint value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id.Value);
        writer.WriteString("kind", value.Kind.ToString());
        writer.WriteString("address", value.Address);
        if (value.Role != ContactPointRole.Own)
        {
            writer.WriteString("role", value.Role.ToString());
        }

        writer.WriteEndObject();
    }
}
