namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Numbering plan indicator (SMPP 3.4 §5.2.6).</summary>
public enum NumberingPlan : byte
{
    /// <summary>Unknown.</summary>
    Unknown = 0,

    /// <summary>E.163 and E.164.</summary>
    Isdn = 1,

    /// <summary>X.121.</summary>
    Data = 3,

    /// <summary>F.69.</summary>
    Telex = 4,

    /// <summary>E.212.</summary>
    LandMobile = 6,

    /// <summary>National.</summary>
    National = 8,

    /// <summary>Private.</summary>
    Private = 9,

    /// <summary>ERMES.</summary>
    Ermes = 10,

    /// <summary>Internet address.</summary>
    Internet = 14,

    /// <summary>WAP client id.</summary>
    WapClient = 18,
}
