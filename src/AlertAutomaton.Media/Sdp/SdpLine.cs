namespace AlertAutomaton.Media.Sdp;

/// <summary>A line that is kept but not understood, such as <c>b=</c>, <c>i=</c>, <c>k=</c>.</summary>
/// <param name="Type">The letter before the equals sign.</param>
/// <param name="Value">The text behind it.</param>
public readonly record struct SdpLine(char Type, string Value);
