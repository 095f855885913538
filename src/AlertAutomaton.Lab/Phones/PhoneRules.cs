namespace AlertAutomaton.Lab.Phones;

/// <summary>From a number to a behaviour, and from a behaviour to a plan. Pure.</summary>
public static class PhoneRules
{
    /// <summary>The rule of a number, by its last two digits.</summary>
    /// <remarks>00-29 are the rules themselves; 30-79 press 1; 80-84 are silent; 85-89 never answer; 90-94 are machines; 95-97 hang up; 98-99 are busy.</remarks>
    public static PhoneRule Of(string number)
    {
        ReadOnlySpan<char> text = number;
        int suffix = text.Length >= 2 && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(text[^2]) ? ((text[^2] - '0') * 10) + (text[^1] - '0') : 0;
        return suffix switch
        {
            < 30 => (PhoneRule)suffix,
            < 80 => PhoneRule.Presses1,
            < 85 => PhoneRule.Silent,
            < 90 => PhoneRule.NeverAnswers,
            < 95 => PhoneRule.Voicemail,
            < 98 => PhoneRule.HangsUp,
            _ => PhoneRule.Busy,
        };
    }

    /// <summary>What a phone of that rule does with its n-th call.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="call">Which call it is, from 1.</param>
    /// <param name="times">How long people take.</param>
    public static PhonePlan Plan(PhoneRule rule, int call, PhoneTimes times) => rule switch
    {
        PhoneRule.Busy => new() { Refuse = 486 },
        PhoneRule.NotFound => new() { Refuse = 404 },
        PhoneRule.Declines => new() { Refuse = 603 },
        PhoneRule.Unavailable503 => new() { Refuse = 503 },
        PhoneRule.SwitchedOff => new() { Refuse = 480 },
        PhoneRule.NeverAnswers => new() { NeverAnswers = true },
        PhoneRule.BusyOnce when call == 1 => new() { Refuse = 486 },
        PhoneRule.Unavailable503Once when call == 1 => new() { Refuse = 503 },
        PhoneRule.RetryAfterOnce when call == 1 => new() { Refuse = 503, RetryAfter = TimeSpan.FromSeconds(1) },
        PhoneRule.AnswersSecondCall when call == 1 => new() { NeverAnswers = true },
        PhoneRule.Silent => Person(),
        PhoneRule.Voicemail => Machine(new PhoneAct.Say(LabVoice.MachineGreeting), new PhoneAct.Say(LabVoice.Beep)),
        PhoneRule.VoicemailWithoutBeep => Machine(new PhoneAct.Say(LabVoice.MachineGreeting)),
        PhoneRule.HangsUp => Person(new PhoneAct.Wait(times.HangUp), new PhoneAct.HangUp()),
        PhoneRule.HangsUpAtOnce => Machine(new PhoneAct.HangUp()),
        PhoneRule.EarlyMediaThen1 => Person(Keys(times, '1')) with { EarlyMedia = true, RingFactor = 2 },
        PhoneRule.SlowAnswerThen1 => Person(Keys(times, '1')) with { RingFactor = 4 },
        PhoneRule.Presses9Then1 => Person(Keys(times, '9', '1')),
        PhoneRule.Presses9 => Person(Keys(times, '9')),
        PhoneRule.Presses2 => Person(Keys(times, '2')),
        PhoneRule.Presses1ByInfo => Person(new PhoneAct.Wait(times.Key), new PhoneAct.Press('1', KeyWay.Info)),
        PhoneRule.Presses1InBand => Person(new PhoneAct.Wait(times.Key), new PhoneAct.Press('1', KeyWay.InBand)),
        PhoneRule.FaxTone => Machine(new PhoneAct.Say(LabVoice.FaxAnswer)),
        PhoneRule.FaxOffer => Machine(new PhoneAct.Wait(times.BetweenKeys), new PhoneAct.OfferFax()),
        PhoneRule.Presses5Then1 => Person(Keys(times, '5', '1')),
        PhoneRule.Presses0Then1 => Person(Keys(times, '0', '1')),
        PhoneRule.Presses1AtOnce => Machine(new PhoneAct.Press('1')),
        PhoneRule.KeyStormThen1 => Person(Storm(times)),
        PhoneRule.HoldThen1 => Person(
            new PhoneAct.Wait(times.Key), new PhoneAct.Hold(), new PhoneAct.Wait(times.BetweenKeys), new PhoneAct.Resume(), new PhoneAct.Press('1')),
        _ => Person(Keys(times, '1')),
    };

    private static PhonePlan Person(params PhoneAct[] acts) => new() { Acts = [new PhoneAct.Say(LabVoice.Hello), .. acts] };

    private static PhonePlan Machine(params PhoneAct[] acts) => new() { Acts = acts };

    private static PhoneAct[] Keys(PhoneTimes times, params ReadOnlySpan<char> keys)
    {
        var acts = new List<PhoneAct> { new PhoneAct.Wait(times.Key) };
        foreach (char key in keys)
        {
            if (acts.Count > 1)
            {
                acts.Add(new PhoneAct.Wait(times.BetweenKeys));
            }

            acts.Add(new PhoneAct.Press(key));
        }

        return [.. acts];
    }

    private static PhoneAct[] Storm(PhoneTimes times)
    {
        var acts = new List<PhoneAct> { new PhoneAct.Wait(times.Key) };
        for (int key = 0; key < 20; key++)
        {
            acts.Add(new PhoneAct.Press("3456780*#4"[key % 10]));
            acts.Add(new PhoneAct.Wait(TimeSpan.FromMilliseconds(150)));
        }

        acts.Add(new PhoneAct.Wait(times.BetweenKeys));
        acts.Add(new PhoneAct.Press('1'));
        return [.. acts];
    }
}
