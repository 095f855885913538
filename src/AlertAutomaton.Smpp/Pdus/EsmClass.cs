namespace AlertAutomaton.Smpp.Pdus;

/// <summary>The bits of esm_class (SMPP 3.4 §5.2.12).</summary>
public static class EsmClass
{
    /// <summary>A user data header begins the text.</summary>
    public const byte UserDataHeader = 0x40;

    /// <summary>A delivery receipt of the SMSC.</summary>
    public const byte DeliveryReceipt = 0x04;

    /// <summary>A notification before the end: on its way.</summary>
    public const byte IntermediateNotification = 0x20;

    private const byte TypeMask = 0x3C;

    /// <summary>Whether a user data header begins the text.</summary>
    public static bool HasUserDataHeader(byte esmClass) => (esmClass & UserDataHeader) != 0;

    /// <summary>Whether it is a receipt or an intermediate notification.</summary>
    public static bool IsReceipt(byte esmClass) => (esmClass & TypeMask) is DeliveryReceipt or IntermediateNotification;
}
