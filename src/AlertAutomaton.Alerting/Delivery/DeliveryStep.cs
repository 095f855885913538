namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What to do next for a recipient: <see cref="AttemptStep"/>, <see cref="WaitStep"/>, <see cref="ListenStep"/> or <see cref="FinishStep"/>.</summary>
public abstract record DeliveryStep
{
    private protected DeliveryStep()
    {
    }
}
