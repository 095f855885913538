namespace AlertAutomaton.Media.Detection;

/// <summary>What the way of answering suggests. Only a label: about one call in ten is misjudged, so it never delays or ends a message.</summary>
public enum MachineHint
{
    /// <summary>Not decided, or the time to decide has passed without a clear picture.</summary>
    Unknown,

    /// <summary>A short greeting followed by a pause: a person.</summary>
    Human,

    /// <summary>Long silence first, or a long greeting: probably voicemail.</summary>
    Machine,
}
