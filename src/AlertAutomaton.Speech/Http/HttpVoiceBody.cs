namespace AlertAutomaton.Speech.Http;

/// <summary>How the request's body is written, and so how the text in it is escaped.</summary>
public enum HttpVoiceBody
{
    /// <summary>No body: the text is in the address.</summary>
    None,

    /// <summary>JSON: placeholders stand inside quotes.</summary>
    Json,

    /// <summary>XML such as SSML.</summary>
    Xml,

    /// <summary>The bare text.</summary>
    Text,
}
