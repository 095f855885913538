using AlertAutomaton.Lab.Witness;

namespace AlertAutomaton.Lab.Tests.Witness;

public sealed class WitnessLogTests
{
    [Fact]
    public void What_was_written_is_read_again_and_a_line_cut_short_is_left_out()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var log = WitnessLog.ToFile(path))
            {
                log.Write(Entry("invite"));
                log.Write(Entry("heard") with { Heard = ["acknowledged-safe"], Keys = "1" });
            }

            File.AppendAllText(path, "{\"time\":\"2026-01-0");
            var entries = WitnessLog.Read(path);
            Assert.Equal(["invite", "heard"], entries.Select(entry => entry.What));
            Assert.Equal("acknowledged-safe", Assert.Single(entries[1].Heard!));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_file_is_appended_to_and_can_be_read_while_it_is_written()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            for (int run = 0; run < 2; run++)
            {
                using var log = WitnessLog.ToFile(path);
                log.Write(Entry("invite"));
                Assert.Equal(run + 1, WitnessLog.Read(path).Count);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static WitnessEntry Entry(string what) =>
        new() { Time = new DateTimeOffset(2026, 1, 15, 20, 0, 0, TimeSpan.Zero), What = what, Callee = "+33639980002", CallId = "a@b" };
}
