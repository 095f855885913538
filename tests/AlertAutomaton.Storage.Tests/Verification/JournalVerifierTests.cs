using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Tests.Conformance;
using AlertAutomaton.Storage.Verification;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Verification;

public sealed class JournalVerifierTests : IAsyncLifetime
{
    private static readonly CancellationToken s_none = CancellationToken.None;
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly SqliteAlertStore _store;
    private readonly AlertOrder _order;

    public JournalVerifierTests()
    {
        _store = SqliteAlertStore.Open(new SqliteStoreOptions { DatabasePath = _folder.File("alerts.db"), BallastBytes = 0 }, _time, NullLoggerFactory.Instance);
        _order = new Town(_time).Order(20);
    }

    private AlertId Alert => _order.Alert.Id;

    public async ValueTask InitializeAsync()
    {
        var town = new Town(_time);
        await _store.AcceptAsync(_order, s_none);
        for (int recipient = 0; recipient < 5; recipient++)
        {
            AttemptBegun begun = town.Begin(_order, recipient);
            await _store.AppendAsync(begun, s_none);
            await _store.AppendAsync(town.End(begun, AttemptOutcome.Busy, RecipientScore.Unreached), s_none);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_untouched_alert_is_sound_and_its_rows_were_compared()
    {
        VerificationReport report = await JournalVerifier.VerifyAsync(_store, Alert, s_none);
        Assert.Null(report.Fault);
        Assert.True(report.RowsCompared);
        Assert.Equal(12, report.Entries);
        Assert.Equal(64, report.FinalHash.Length);
        Assert.Equal(_order.Alert.Title, report.Title);
    }

    [Theory]
    [InlineData("UPDATE journal SET payload = CAST(replace(CAST(payload AS TEXT), 'operator', 'Operator') AS BLOB) WHERE place & 4294967295 = 5", 5, "changed")]
    [InlineData("UPDATE journal SET at = at + 1 WHERE place & 4294967295 = 7", 7, "changed")]
    [InlineData("UPDATE journal SET hash = zeroblob(32) WHERE place & 4294967295 = 3", 3, "changed")]
    [InlineData("DELETE FROM journal WHERE place & 4294967295 = 6", 6, "missing")]
    [InlineData("DELETE FROM journal WHERE place & 4294967295 = 12", 12, "ends after entry 11")]
    [InlineData("UPDATE journal SET kind = 'heard' WHERE place & 4294967295 = 4", 4, "changed")]
    public async Task A_change_of_the_journal_is_found_at_its_entry(string sql, long sequence, string what)
    {
        Tamper(sql);
        VerificationReport report = await JournalVerifier.VerifyAsync(_store, Alert, s_none);
        Assert.NotNull(report.Fault);
        Assert.Equal(sequence, report.Fault.Sequence);
        Assert.Contains(what, report.Fault.What, StringComparison.Ordinal);
        Assert.Equal(sequence - 1, report.Entries);
    }

    [Theory]
    [InlineData("UPDATE recipient SET score = 4 WHERE place & 4294967295 = 9", "place 9", "Confirmed")]
    [InlineData("UPDATE recipient SET caller_id = '+331' WHERE place & 4294967295 = 0", "place 0", "")]
    [InlineData("UPDATE attempt SET outcome = 2", "attempt", "WrongNumber")]
    [InlineData("DELETE FROM attempt WHERE place & 4294967295 = 3", "attempt", "")]
    [InlineData("DELETE FROM recipient WHERE place & 4294967295 = 19", "recipient", "missing")]
    [InlineData("UPDATE alert SET confirmed = 20, unreached = 0", "alert", "Confirmed = 20")]
    [InlineData("UPDATE alert SET phase = 3", "alert", "Finished")]
    public async Task A_changed_row_is_named(string sql, string place, string what)
    {
        Tamper(sql);
        VerificationReport report = await JournalVerifier.VerifyAsync(_store, Alert, s_none);
        Assert.NotNull(report.Fault);
        Assert.Contains(place, report.Fault.Place, StringComparison.Ordinal);
        Assert.Contains(what, report.Fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_cannot_be_read_is_a_fault_and_no_crash()
    {
        Tamper("UPDATE journal SET payload = x'7b' WHERE place & 4294967295 = 1");
        Assert.False((await JournalVerifier.VerifyAsync(_store, Alert, s_none)).IsSound);
    }

    [Fact]
    public async Task Recipients_that_cannot_be_read_are_a_fault_and_no_crash()
    {
        Tamper("UPDATE recipient SET entry = 4");
        VerificationReport report = await JournalVerifier.VerifyAsync(_store, Alert, s_none);
        Assert.Contains("recipients", report.Fault!.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_alert_is_a_fault() =>
        Assert.False((await JournalVerifier.VerifyAsync(_store, AlertId.New(_time), s_none)).IsSound);

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnector(_folder.File("alerts.db"), TimeSpan.FromSeconds(1)).OpenCheckpointer();
        SqliteConnector.Execute(connection, sql + ";");
    }
}
