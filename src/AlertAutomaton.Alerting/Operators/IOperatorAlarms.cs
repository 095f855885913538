namespace AlertAutomaton.Alerting.Operators;

/// <summary>Tells the other operators, by console, mail, text or a call.</summary>
public interface IOperatorAlarms
{
    /// <summary>Takes an alarm; returns at once and never throws. Under duress nothing that the caller could notice may follow.</summary>
    /// <param name="alarm">What happened.</param>
    void Raise(OperatorAlarm alarm);
}
