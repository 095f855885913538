namespace AlertAutomaton.Alerting.Identifiers;

/// <summary>What all identifiers share, so that one JSON converter serves them.</summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The UUID.</summary>
    Guid Value { get; }

    /// <summary>Wraps a UUID read from a store or from the wire.</summary>
    /// <param name="value">The UUID.</param>
    /// <returns>The identifier.</returns>
    static abstract TSelf FromGuid(Guid value);
}
