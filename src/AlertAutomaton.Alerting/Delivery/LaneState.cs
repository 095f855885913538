namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Where one lane stands for one recipient.</summary>
internal enum LaneState : byte
{
    /// <summary>It has a next attempt.</summary>
    Ready,

    /// <summary>Its attempt, or another call to the same number, is open.</summary>
    Waiting,

    /// <summary>Its passes or limits are used up.</summary>
    Exhausted,

    /// <summary>It never had a point to use.</summary>
    NoPoint,
}
