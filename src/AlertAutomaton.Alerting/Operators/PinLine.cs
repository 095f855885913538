namespace AlertAutomaton.Alerting.Operators;

/// <summary>Over which line somebody tries to get in. It gives no right; it decides whose failures lock whom out.</summary>
public enum PinLine : byte
{
    /// <summary>Any phone.</summary>
    Strange,

    /// <summary>
    /// A phone that shows the operator's registered number. It may be forged, so that its own failures are counted and lock as well; but
    /// who guesses from elsewhere does not lock it.
    /// </summary>
    Registered,

    /// <summary>A call that the voice server placed to the operator's registered number: nobody else can be on it by showing a number.</summary>
    CalledBack,
}
