using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AlertAutomaton.Storage.Sqlite.Connections;

/// <summary>Sorts SQLite result codes (https://sqlite.org/rescode.html) by what the writer has to do about them.</summary>
internal static class SqliteTroubles
{
    public static SqliteTrouble Classify(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => SqliteTrouble.Busy,
        raw.SQLITE_FULL => SqliteTrouble.DiskFull,
        raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE or raw.SQLITE_TOOBIG or raw.SQLITE_ERROR => SqliteTrouble.Statement,
        _ => SqliteTrouble.Broken,
    };
}
