namespace AlertAutomaton.Speech.Prompts;

/// <summary>What an operator hears on the phone who comes in, and what says that an order is real or an exercise.</summary>
public static class OperatorPromptNames
{
    /// <summary>"Operators' line."</summary>
    public const string Welcome = "op-welcome";

    /// <summary>"All lines are busy. Please call again in a moment."</summary>
    public const string Busy = "op-busy";

    /// <summary>"Type your operator number, then hash."</summary>
    public const string AskNumber = "op-ask-number";

    /// <summary>"Type your PIN, then hash."</summary>
    public const string AskPin = "op-ask-pin";

    /// <summary>"Number or PIN not recognised."</summary>
    public const string NotRecognised = "op-not-recognised";

    /// <summary>"We cannot identify you."</summary>
    public const string NotIdentified = "op-not-identified";

    /// <summary>"Hello."</summary>
    public const string Hello = "op-hello";

    /// <summary>"To launch an alert, press 1. To record a message, 2. For the running alert, 3. To stop, pause or resume, 4. For an all-clear or a correction, 5. For the last messages, 6. For waiting requests, 7. To leave, star."</summary>
    public const string MainMenu = "op-main-menu";

    /// <summary>"You do not have that right."</summary>
    public const string NoRight = "op-no-right";

    /// <summary>"There is no such number."</summary>
    public const string UnknownNumber = "op-unknown-number";

    /// <summary>"To be called back on your registered number, press 1."</summary>
    public const string CallBackOffer = "op-call-back-offer";

    /// <summary>"If the operator number is yours, your phone will ring. Please hang up."</summary>
    public const string CallBackNoted = "op-call-back-noted";

    /// <summary>"To launch, we call you on your registered number. Please hang up now."</summary>
    public const string CallBackNeeded = "op-call-back-needed";

    /// <summary>"No number is registered for you."</summary>
    public const string CallBackNone = "op-call-back-none";

    /// <summary>"This is the operators' line, calling you back."</summary>
    public const string CallBackWelcome = "op-call-back-welcome";

    /// <summary>"Real alert."</summary>
    public const string KindReal = "op-kind-real";

    /// <summary>"Exercise. This is not a real alert."</summary>
    public const string KindExercise = "op-kind-exercise";

    /// <summary>"Technical test."</summary>
    public const string KindTest = "op-kind-test";

    /// <summary>"Reference"</summary>
    public const string Reference = "op-reference";

    /// <summary>A low tone before everything that is said of an exercise.</summary>
    public const string ExerciseTone = "exercise-tone";

    /// <summary>A high tone before everything that is said of a real alert.</summary>
    public const string RealTone = "real-tone";

    /// <summary>Every name above.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ExerciseTone, RealTone, Welcome, Busy, AskNumber, AskPin, NotRecognised, NotIdentified, Hello, MainMenu, NoRight, UnknownNumber, CallBackOffer, CallBackNoted,
        CallBackNeeded, CallBackNone, CallBackWelcome, KindReal, KindExercise, KindTest, Reference,
    ];
}
