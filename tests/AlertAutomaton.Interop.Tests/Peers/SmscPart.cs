namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>The place of a segment as node-smpp read it.</summary>
/// <param name="By"><c>udh8</c>, <c>udh16</c> or <c>sar</c>.</param>
/// <param name="Reference">Common to the segments of one text.</param>
/// <param name="Total">How many.</param>
/// <param name="Number">Which, from 1.</param>
internal sealed record SmscPart(string By, int Reference, int Total, int Number);
