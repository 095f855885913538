using System.Text;
using System.Text.Json;
using AlertAutomaton.Daemon.Configuration.Problems;

namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>Reads JSON with comments and trailing commas and keeps the position of every value.</summary>
internal static class LocatedJsonParser
{
    private const int MaxDepth = 32;

    private static readonly JsonReaderOptions ReaderOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    /// <summary>The root object, or null after a problem that makes reading on meaningless.</summary>
    public static LocatedObject? Parse(string source, ReadOnlyMemory<byte> content, ProblemCollector problems)
    {
        if (content.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.Span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            problems.Error("not-utf8", "", new SourcePosition(source, 1, 1));
            return null;
        }

        if (content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            content = content[3..];
        }

        var lines = new LineIndex(source, content);
        if (!IsUtf8(content.Span, out var badOffset))
        {
            problems.Error("not-utf8", "", lines.PositionOf(badOffset));
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(content.Span, ReaderOptions);
            if (!reader.Read())
            {
                problems.Error("empty", "", new SourcePosition(source, 1, 1));
                return null;
            }

            var root = ReadValue(ref reader, lines);
            if (reader.Read())
            {
                problems.Error("syntax", "", lines.PositionOf(reader.TokenStartIndex));
                return null;
            }

            if (root is LocatedObject found)
            {
                return found;
            }

            problems.Error("root-not-object", "", root.Position);
        }
        catch (JsonException broken)
        {
            problems.Error("syntax", "", lines.PositionOf(broken.LineNumber ?? 0, broken.BytePositionInLine ?? 0));
        }

        return null;
    }

    private static LocatedNode ReadValue(ref Utf8JsonReader reader, LineIndex lines)
    {
        var position = lines.PositionOf(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, lines, position);
            case JsonTokenType.StartArray:
                var items = new List<LocatedNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, lines));
                }

                return new LocatedArray(position, items);
            case JsonTokenType.String:
                return new LocatedScalar(position, ScalarKind.Text, reader.GetString()!);
            case JsonTokenType.True or JsonTokenType.False:
                return new LocatedScalar(position, ScalarKind.Boolean, reader.GetBoolean() ? "true" : "false");
            case JsonTokenType.Null:
                return new LocatedScalar(position, ScalarKind.Null, "null");
            default:
                return new LocatedScalar(position, ScalarKind.Number, Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static LocatedObject ReadObject(ref Utf8JsonReader reader, LineIndex lines, SourcePosition position)
    {
        var members = new List<LocatedMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var namePosition = lines.PositionOf(reader.TokenStartIndex);
            reader.Read();
            members.Add(new LocatedMember(name, namePosition, ReadValue(ref reader, lines)));
        }

        return new LocatedObject(position, members);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, out int badOffset)
    {
        badOffset = 0;
        while (badOffset < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[badOffset..], out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            badOffset += consumed;
        }

        return true;
    }
}
