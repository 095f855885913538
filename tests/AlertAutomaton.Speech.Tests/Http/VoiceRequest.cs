namespace AlertAutomaton.Speech.Tests.Http;

/// <summary>What a voice server was asked.</summary>
internal sealed record VoiceRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body);
