using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>How replies are answered.</summary>
public sealed record ReplyOptions
{
    /// <summary>The name of an organisation as residents know it.</summary>
    public required Func<OrganisationId, string> OrganisationName { get; init; }

    /// <summary>Who signs where no alert says which organisation is meant.</summary>
    public required string DefaultOrganisationName { get; init; }

    /// <summary>The language of answers to numbers of which nothing is known (BCP 47).</summary>
    public string DefaultLanguage { get; init; } = "fr";

    /// <summary>How many answers a number may have within an hour: two machines that thank each other fall silent.</summary>
    public int MostAnswersPerHour { get; init; } = 5;

    /// <summary>Within which time the same words from the same sender are a repetition by the network.</summary>
    public TimeSpan DoubleWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often texts that could not be worked on are tried again.</summary>
    public TimeSpan RetryEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer may be on its way.</summary>
    public TimeSpan AnswerValidity { get; init; } = TimeSpan.FromHours(1);
}
