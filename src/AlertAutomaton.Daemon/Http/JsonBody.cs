using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Daemon.Http.Problems;

namespace AlertAutomaton.Daemon.Http;

/// <summary>Reads a request body strictly: a member that nobody knows is an error, because it would be silently ignored.</summary>
internal static partial class JsonBody
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 16,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The body, or the answer that says what is wrong with it.</summary>
    public static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpContext context, CancellationToken cancel)
        where T : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Strict, cancel);
            return body is not null ? (body, null) : (null, ProblemAnswers.Of(context, ProblemKind.NotJson));
        }
        catch (JsonException broken)
        {
            return (null, ProblemAnswers.Of(context, ProblemKind.NotJson, errors: [new FieldProblem(Pointer(broken.Path), broken.Message)]));
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ProblemAnswers.Of(context, ProblemKind.TooLarge));
        }
    }

    /// <summary>Turns the path of System.Text.Json (<c>$.recipients[3].name</c>) into a JSON pointer (RFC 6901).</summary>
    internal static string Pointer(string? path)
    {
        if (path is null or "$")
        {
            return "";
        }

        return "/" + string.Join('/', Steps().Matches(path[1..]).Select(step => step.Value.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"[^.\[\]]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();
}
