namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>A gateway at one moment, for status and metrics.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsUp">Bound and answering.</param>
/// <param name="IsInUse">Traffic goes to it.</param>
/// <param name="IsSlow">Too many of its texts wait for receipts.</param>
/// <param name="InFlight">Segments on their way to it.</param>
/// <param name="Texts">Texts of the last quarter of an hour.</param>
/// <param name="SlowTexts">Those of them that waited too long for a receipt.</param>
public sealed record GatewaySnapshot(string Name, bool IsUp, bool IsInUse, bool IsSlow, int InFlight, int Texts, int SlowTexts);
