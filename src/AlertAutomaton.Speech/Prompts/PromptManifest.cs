using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>The <c>manifest.json</c> of one language: a person writes names and texts, rendering fills in the rest.</summary>
internal sealed record PromptManifest
{
    public const string FileName = "manifest.json";

    private const long LargestFile = 1 << 20;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Two-letter language.</summary>
    public required string Language { get; init; }

    /// <summary>The prompts, in the order in which a person would read them.</summary>
    public required IReadOnlyList<PromptManifestEntry> Prompts { get; init; }

    /// <summary>Reads a manifest; the reason is the JSON reader's own, with line and position.</summary>
    public static bool TryRead(string path, out PromptManifest? manifest, out string whyNot)
    {
        manifest = null;
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                whyNot = "> 1 MB";
                return false;
            }

            manifest = JsonSerializer.Deserialize<PromptManifest>(File.ReadAllBytes(path), _json);
            whyNot = manifest is null ? "null" : "";
            return manifest is not null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            whyNot = e.Message;
            return false;
        }
    }

    /// <summary>The file's bytes, stable for version control: same content, same bytes.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, _json), (byte)'\n'];
}
