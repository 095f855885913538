namespace AlertAutomaton.Media.Rtp;

/// <summary>How a packet stands to those before it.</summary>
public enum RtpArrival
{
    /// <summary>The next one, or later with packets missing between.</summary>
    InOrder,

    /// <summary>Behind a later one, seen for the first time.</summary>
    Late,

    /// <summary>Seen before.</summary>
    Duplicate,

    /// <summary>The first of its source, or the source began a new numbering.</summary>
    Restarted,

    /// <summary>Too far from the numbering to belong to it; counted when the next one confirms a restart.</summary>
    Strange,
}
