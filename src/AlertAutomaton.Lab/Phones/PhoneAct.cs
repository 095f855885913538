namespace AlertAutomaton.Lab.Phones;

/// <summary>One thing that a simulated resident does on an answered call. The list of acts is closed.</summary>
public abstract record PhoneAct
{
    private PhoneAct()
    {
    }

    /// <summary>Listens for a while.</summary>
    public sealed record Wait(TimeSpan Time) : PhoneAct;

    /// <summary>Presses a key.</summary>
    public sealed record Press(char Key, KeyWay Way = KeyWay.TelephoneEvent) : PhoneAct;

    /// <summary>Says something: "hello?" of a person, or the greeting of a machine.</summary>
    public sealed record Say(LabVoice Voice) : PhoneAct;

    /// <summary>Offers T.38 by re-INVITE, as a fax gateway does.</summary>
    public sealed record OfferFax : PhoneAct;

    /// <summary>Puts the call on hold.</summary>
    public sealed record Hold : PhoneAct;

    /// <summary>Takes the call off hold.</summary>
    public sealed record Resume : PhoneAct;

    /// <summary>Hangs up.</summary>
    public sealed record HangUp : PhoneAct;
}
