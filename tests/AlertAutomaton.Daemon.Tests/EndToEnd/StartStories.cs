using AlertAutomaton.Daemon.Hosting;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>What the voice server must know before anybody is let in, and cannot read.</summary>
public sealed class StartStories
{
    [Theory]
    [InlineData("DROP TABLE pin_account;", "the failures and locks of PINs")]
    [InlineData("INSERT INTO pin_account SELECT number, '1042', 0, 5, 1, 9223372036854775807, 0 FROM organisation;", "the failures and locks of PINs")]
    [InlineData(
        "INSERT INTO draft (organisation, id, version, content, kind, title, households, submitted_by, state, by_override) "
        + "SELECT number, randomblob(16), 1, CAST('{' AS BLOB), 0, 'x', 1, randomblob(16), 1, 0 FROM organisation;",
        "the requests for approval")]
    public async Task A_desk_that_cannot_be_read_ends_the_start_with_a_sentence_that_says_what_where_and_the_mend(string damage, string what)
    {
        await using var town = await PhonedTown.StartAsync("", PhonedTown.Presses1);
        await using (await town.StartDaemonAsync())
        {
            await PhonedTown.PrepareAsync(town);
        }

        var desk = Path.Combine(town.Directory, "data", "desk.db");
        await DamageAsync(desk, damage);

        var refused = await Assert.ThrowsAsync<EngineStartException>(() => town.StartDaemonAsync());

        Assert.StartsWith($"The voice server cannot start: {what} could not be read from {desk}.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Mend or restore the file", refused.Message, StringComparison.Ordinal);
    }

    private static async Task DamageAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
