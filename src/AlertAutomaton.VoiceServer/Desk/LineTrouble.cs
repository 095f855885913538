namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>What is wrong with the ways out, said before anything else.</summary>
public enum LineTrouble : byte
{
    /// <summary>A SIP trunk is down.</summary>
    Trunk,

    /// <summary>An SMPP gateway is down.</summary>
    Gateway,

    /// <summary>Mail cannot be sent.</summary>
    Mail,

    /// <summary>The store cannot write.</summary>
    Store,
}
