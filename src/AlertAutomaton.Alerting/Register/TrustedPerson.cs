namespace AlertAutomaton.Alerting.Register;

/// <summary>Who is asked to look after a vulnerable household that stays silent.</summary>
/// <param name="Name">The name on the list.</param>
/// <param name="Points">How to reach this person, each with <see cref="ContactPointRole.Trusted"/>.</param>
public sealed record TrustedPerson(string Name, IReadOnlyList<ContactPoint> Points);
