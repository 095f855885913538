using AlertAutomaton.Contracts.Verification;
using AlertAutomaton.Storage.Verification;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>Verification reports as they cross HTTP.</summary>
internal static class Verifications
{
    public static VerificationResource Of(VerificationReport report) => new()
    {
        Sound = report.IsSound,
        Alert = report.Alert.Value,
        Title = report.Title,
        Entries = report.Entries,
        FinalHash = report.FinalHash,
        RowsCompared = report.RowsCompared,
        FaultPlace = report.Fault?.Place,
        Fault = report.Fault?.What,
    };
}
