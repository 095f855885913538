using System.Text.Json;
using System.Text.RegularExpressions;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Http.Problems;

/// <summary>Writes problem details (RFC 9457) in the language that the client prefers.</summary>
internal static partial class ProblemAnswers
{
    private const string MediaType = "application/problem+json";

    /// <param name="context">The request.</param>
    /// <param name="kind">Kind of problem.</param>
    /// <param name="detail">What happened this time; null takes the text of the kind.</param>
    /// <param name="errors">The fields at fault.</param>
    public static IResult Of(HttpContext context, ProblemKind kind, string? detail = null, IReadOnlyList<FieldProblem>? errors = null)
    {
        var texts = TextsFor(context);
        var name = NameOf(kind);
        var status = StatusOf(kind);
        var problem = new ApiProblem
        {
            Type = "/problems/" + name,
            Title = texts[$"problem.{name}.title"],
            Status = status,
            Detail = detail ?? texts[$"problem.{name}.detail"],
            Errors = errors ?? [],
        };
        return Results.Text(JsonSerializer.Serialize(problem, JsonOutput.Options), MediaType, System.Text.Encoding.UTF8, status);
    }

    /// <summary>The texts in the language that the request prefers.</summary>
    public static OperatorTexts TextsFor(HttpContext context)
    {
        var preferred = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value)
            .FirstOrDefault();
        return new OperatorTexts(OperatorLanguage.Choose(preferred, _ => null));
    }

    private static string NameOf(ProblemKind kind) => Capitals().Replace(kind.ToString(), "-$0").ToLowerInvariant();

    private static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.NotJson or ProblemKind.InvalidOrder or ProblemKind.MissingIdempotencyKey or ProblemKind.InvalidQuery => StatusCodes.Status400BadRequest,
        ProblemKind.NotAllowed => StatusCodes.Status401Unauthorized,
        ProblemKind.QuotaExceeded => StatusCodes.Status403Forbidden,
        ProblemKind.UnknownAlert or ProblemKind.UnknownScheduledAlert or ProblemKind.UnknownOperator or ProblemKind.UnknownScenario or ProblemKind.UnknownDutyMatter or ProblemKind.UnknownCallback
            or ProblemKind.UnknownAddress => StatusCodes.Status404NotFound,
        ProblemKind.IdempotencyKeyConflict or ProblemKind.NumberTaken or ProblemKind.NotPossibleNow => StatusCodes.Status409Conflict,
        ProblemKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemKind.WrongHost => StatusCodes.Status421MisdirectedRequest,
        ProblemKind.NoSpace => StatusCodes.Status507InsufficientStorage,
        ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capitals();
}
