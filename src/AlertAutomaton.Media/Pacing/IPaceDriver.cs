namespace AlertAutomaton.Media.Pacing;

/// <summary>Lets a worker's slots pass at their times. After disposal no slot begins; the one that runs is waited for, unless it is the caller.</summary>
internal interface IPaceDriver : IDisposable
{
    void Start();
}
