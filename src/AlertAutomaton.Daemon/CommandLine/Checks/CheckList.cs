namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>The checks in the order in which their lines are shown.</summary>
internal static class CheckList
{
    /// <param name="time">The clock.</param>
    /// <param name="offline">True leaves out what sends anything to another machine.</param>
    public static IReadOnlyList<ICheck> All(TimeProvider time, bool offline) =>
        offline ? Local(time, offline) : [.. Local(time, offline), new TrunkCheck(time), new GatewayCheck(time), new MailCheck(time)];

    private static IReadOnlyList<ICheck> Local(TimeProvider time, bool offline) =>
        [new DataDirectoryCheck(time), new PromptsCheck(), new PoliciesCheck(), new DutyCheck(time), new SpeechCheck(time, offline)];
}
