namespace AlertAutomaton.Alerting.Usage;

/// <summary>What is limited.</summary>
public enum QuotaSubject : byte
{
    /// <summary>Segments of texts in a month.</summary>
    MonthlySegments,

    /// <summary>Minutes of answered calls in a month.</summary>
    MonthlyCallMinutes,

    /// <summary>Mails in a month.</summary>
    MonthlyMails,

    /// <summary>Cost in a month.</summary>
    MonthlyAmount,

    /// <summary>Calls begun within sixty minutes.</summary>
    HourlyCalls,

    /// <summary>Cost within sixty minutes.</summary>
    HourlyAmount,
}
