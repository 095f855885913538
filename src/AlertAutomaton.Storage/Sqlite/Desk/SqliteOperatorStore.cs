using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Operators in the desk's database; of a PIN only its salted slow hash.</summary>
public sealed class SqliteOperatorStore(DeskDatabase database) : IOperatorStore
{
    /// <inheritdoc/>
    public Task<Operator?> FindAsync(OrganisationId organisation, string number, CancellationToken ct) => database.ReadAsync(
        reader => One(reader.Query("OperatorByNumber").Bind(1, organisation.Value).Bind(2, number)), ct);

    /// <inheritdoc/>
    public Task<Operator?> GetAsync(OperatorId id, CancellationToken ct) => database.ReadAsync(reader => One(reader.Query("OperatorById").Bind(1, id.Value)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Operator>> ListAsync(OrganisationId organisation, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Operator>>(
        reader =>
        {
            SqliteStatement row = reader.Query("Operators").Bind(1, organisation.Value);
            var all = new List<Operator>();
            while (row.Read())
            {
                all.Add(Read(row));
            }

            return all;
        },
        ct);

    /// <inheritdoc/>
    public Task<bool> SaveAsync(Operator who, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            long organisation = session.NumberOf(who.Organisation);
            if (session.Query("OperatorNumberTaken").Bind(1, organisation).Bind(2, who.Number).Bind(3, who.Id.Value).Read())
            {
                return false;
            }

            session.Query("SaveOperator")
                .Bind(1, organisation).Bind(2, who.Id.Value).Bind(3, who.Number).Bind(4, who.Name).Bind(5, (long)who.Role).Bind(6, string.Join(' ', who.Languages))
                .Bind(7, who.RegisteredPhone?.ToString()).Bind(8, who.MayLaunch ? 1 : 0).Bind(9, who.MayApprove ? 1 : 0).Bind(10, who.Active ? 1 : 0)
                .Bind(11, who.Pin?.ToStored())
                .Run();
            return true;
        },
        ct);

    private static Operator? One(SqliteStatement row) => row.Read() ? Read(row) : null;

    private static Operator Read(SqliteStatement row) => new()
    {
        Id = new OperatorId(row.Guid(0)),
        Organisation = new OrganisationId(row.Guid(1)),
        Number = row.Text(2),
        Name = row.Text(3),
        Role = (OperatorRole)row.Int32(4),
        Languages = row.Text(5).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        RegisteredPhone = !row.IsNull(6) && E164Number.TryParse(row.Text(6), out E164Number phone) ? phone : null,
        MayLaunch = row.Int32(7) != 0,
        MayApprove = row.Int32(8) != 0,
        Active = row.Int32(9) != 0,
        Pin = row.IsNull(10) ? null : PinSecret.FromStored(row.Text(10)),
    };
}
