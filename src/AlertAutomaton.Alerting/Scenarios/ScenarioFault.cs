namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>What is wrong with a scenario.</summary>
public enum ScenarioFault : byte
{
    /// <summary>The number is not 1 to 9999.</summary>
    Number,

    /// <summary>No name, an empty one, or one over 200 characters.</summary>
    Names,

    /// <summary>No text, or one with neither words nor a recording.</summary>
    Message,

    /// <summary>Nobody is to be warned.</summary>
    Audience,

    /// <summary>No policy of that name.</summary>
    Policy,

    /// <summary>It may be launched in no way.</summary>
    Kinds,

    /// <summary>The lifetime is not more than zero and at most 30 days.</summary>
    Lifetime,

    /// <summary>The override is not 1 minute to 24 hours, or stands without two people, or the policy is not for vital danger.</summary>
    Override,
}
