namespace AlertAutomaton.Storage.Verification;

/// <summary>The first thing that is wrong in a journal or in the rows beside it.</summary>
/// <param name="Place">Where: a line of a file, an entry of a journal, or a row.</param>
/// <param name="What">What is wrong there.</param>
/// <param name="Sequence">The entry's sequence, when the fault is in an entry.</param>
/// <param name="Line">The line of the sealed file, from 1, when a file was checked.</param>
public sealed record VerificationFault(string Place, string What, long? Sequence = null, int? Line = null);
