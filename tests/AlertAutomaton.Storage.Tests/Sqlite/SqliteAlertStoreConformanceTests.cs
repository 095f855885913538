using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Tests.Conformance;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Sqlite;

public sealed class SqliteAlertStoreConformanceTests : AlertStoreConformance
{
    private readonly TemporaryFolder _folder = new();

    private protected override Task<IAlertStore> OpenAsync() =>
        Task.FromResult<IAlertStore>(SqliteAlertStore.Open(new SqliteStoreOptions { DatabasePath = _folder.File("alerts.db"), BallastBytes = 0 }, Time, NullLoggerFactory.Instance));

    private protected override async Task CloseAsync(IAlertStore store) => await ((SqliteAlertStore)store).DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
