namespace AlertAutomaton.Alerting.Schedules;

/// <summary>The first fault of a cron expression.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Field">In which field; the first one when it is the whole.</param>
/// <param name="Position">At which character of the expression, from 1.</param>
/// <param name="Text">What stands there; shortened.</param>
public sealed record CronFault(CronFaultKind Kind, CronField Field, int Position, string Text)
{
    /// <summary>The least value of the field.</summary>
    public int Least => CronFieldReader.Least(Field);

    /// <summary>The greatest value of the field.</summary>
    public int Most => CronFieldReader.Most(Field);
}
