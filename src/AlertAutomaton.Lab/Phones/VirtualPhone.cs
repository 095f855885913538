using AlertAutomaton.Lab.Witness;

namespace AlertAutomaton.Lab.Phones;

/// <summary>Lets one call run as its plan says and tells the witness what was seen.</summary>
internal sealed class VirtualPhone(PhoneLine line, string callee, PhonePlan plan, PhoneTimes times, PromptRecogniser recogniser, WitnessLog witness, TimeProvider time)
{
    /// <summary>Carries the call to its end.</summary>
    public async Task RunAsync()
    {
        witness.Write(Entry("invite") with { Caller = line.Caller });
        if (plan.Refuse is { } status)
        {
            witness.Write(Entry("refused") with { Status = status });
            line.Refuse(status, plan.RetryAfter);
            return;
        }

        line.Ring(plan.EarlyMedia);
        TimeSpan ring = plan.NeverAnswers ? times.LongestCall : times.Ring * plan.RingFactor;
        if (await EndedWithinAsync(ring) || plan.NeverAnswers)
        {
            line.HangUp();
            witness.Write(Entry("ended") with { EndedBy = line.EndedBy });
            return;
        }

        line.Answer();
        await line.Answered;
        if (!line.Ended.IsCompleted)
        {
            witness.Write(Entry("answered"));
            await ActAsync();
        }

        if (!await EndedWithinAsync(times.LongestCall))
        {
            line.HangUp();
            await line.Ended;
        }

        IReadOnlyList<string> heard = recogniser.Find(line.Heard());
        if (heard.Count > 0)
        {
            witness.Write(Entry("heard") with { Heard = heard, Keys = line.Keys });
        }

        witness.Write(Entry("ended") with { EndedBy = line.EndedBy, Keys = line.Keys, TalkedMilliseconds = (long)line.Talked.TotalMilliseconds });
    }

    private async Task ActAsync()
    {
        foreach (PhoneAct act in plan.Acts)
        {
            if (line.Ended.IsCompleted)
            {
                return;
            }

            await ActAsync(act);
        }
    }

    private async Task ActAsync(PhoneAct act)
    {
        switch (act)
        {
            case PhoneAct.Wait wait:
                await EndedWithinAsync(wait.Time);
                break;
            case PhoneAct.Say say:
                await line.SayAsync(LabSounds.Of(say.Voice));
                break;
            case PhoneAct.Press press:
                witness.Write(Entry("key") with { Keys = line.Keys + press.Key });
                await line.PressAsync(press.Key, press.Way);
                break;
            case PhoneAct.OfferFax:
                await line.OfferFaxAsync();
                break;
            case PhoneAct.Hold:
                await line.HoldAsync();
                break;
            case PhoneAct.Resume:
                await line.ResumeAsync();
                break;
            default:
                line.HangUp();
                break;
        }
    }

    private async Task<bool> EndedWithinAsync(TimeSpan limit)
    {
        using var early = new CancellationTokenSource();
        await Task.WhenAny(line.Ended, Task.Delay(limit, time, early.Token));
        await early.CancelAsync();
        return line.Ended.IsCompleted;
    }

    private WitnessEntry Entry(string what) => new() { Time = time.GetUtcNow(), What = what, Callee = callee, CallId = line.CallId };
}
