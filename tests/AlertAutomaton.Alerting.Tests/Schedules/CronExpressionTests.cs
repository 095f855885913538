using AlertAutomaton.Alerting.Schedules;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.Schedules;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("0 8 * * *", "2026-06-10", "08:00")]
    [InlineData("*/20 8 * * *", "2026-06-10", "08:00 08:20 08:40")]
    [InlineData("5/25 8 * * *", "2026-06-10", "08:05 08:30 08:55")]
    [InlineData("10-20/5,59 8,17 * * *", "2026-06-10", "08:10 08:15 08:20 08:59 17:10 17:15 17:20 17:59")]
    [InlineData("0 0 1 1 *", "2027-01-01", "00:00")]
    [InlineData("0 0 1 1 *", "2026-12-31", "")]
    [InlineData("0 9 * JAN,jul *", "2026-07-14", "09:00")]
    [InlineData("0 9 * * MON-FRI", "2026-06-12", "09:00")]
    [InlineData("0 9 * * mon-fri", "2026-06-13", "")]
    [InlineData("0 9 * * 0", "2026-06-14", "09:00")]
    [InlineData("0 9 * * 7", "2026-06-14", "09:00")]
    [InlineData("0 9 * * fri-sun", "2026-06-14", "09:00")]
    [InlineData("0 9 * * 5-7", "2026-06-14", "09:00")]
    [InlineData("0 9 * * sun-tue", "2026-06-16", "09:00")]
    [InlineData("0 9 * * */2", "2026-06-16", "09:00")]
    [InlineData("0 9 * * */2", "2026-06-15", "")]
    [InlineData("0 9 13 * fri", "2026-06-12", "09:00")]
    [InlineData("0 9 13 * fri", "2026-06-13", "09:00")]
    [InlineData("0 9 13 * fri", "2026-06-14", "")]
    [InlineData("0 9 */2 * fri", "2026-06-12", "")]
    [InlineData("0 9 */2 * fri", "2026-06-19", "09:00")]
    [InlineData("0 9 31 * *", "2026-06-30", "")]
    [InlineData(" 0\t9  31 * * ", "2026-07-31", "09:00")]
    [InlineData("0 8 29 2 *", "2028-02-29", "08:00")]
    public void An_expression_gives_the_times_of_a_day(string text, string date, string times)
    {
        Assert.True(CronExpression.TryParse(text, out var cron, out var fault), fault?.ToString());

        var found = cron!.TimesOn(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(times, string.Join(' ', found.Select(time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("", CronFaultKind.NotFiveFields, CronField.Minute, 1)]
    [InlineData(null, CronFaultKind.NotFiveFields, CronField.Minute, 1)]
    [InlineData("0 8 * *", CronFaultKind.NotFiveFields, CronField.DayOfWeek, 8)]
    [InlineData("0 0 8 * * *", CronFaultKind.NotFiveFields, CronField.DayOfWeek, 11)]
    [InlineData("@daily", CronFaultKind.NotAValue, CronField.Minute, 1)]
    [InlineData("60 8 * * *", CronFaultKind.OutOfRange, CronField.Minute, 1)]
    [InlineData("0 24 * * *", CronFaultKind.OutOfRange, CronField.Hour, 3)]
    [InlineData("0 8 0 * *", CronFaultKind.OutOfRange, CronField.DayOfMonth, 5)]
    [InlineData("0 8 32 * *", CronFaultKind.OutOfRange, CronField.DayOfMonth, 5)]
    [InlineData("0 8 * 13 *", CronFaultKind.OutOfRange, CronField.Month, 7)]
    [InlineData("0 8 * * 8", CronFaultKind.OutOfRange, CronField.DayOfWeek, 9)]
    [InlineData("0 99999999999999999999 * * *", CronFaultKind.OutOfRange, CronField.Hour, 3)]
    [InlineData("0 8 * * lundi", CronFaultKind.NotAValue, CronField.DayOfWeek, 9)]
    [InlineData("0 8 * mon *", CronFaultKind.NotAValue, CronField.Month, 7)]
    [InlineData("-5 8 * * *", CronFaultKind.Missing, CronField.Minute, 1)]
    [InlineData("5- 8 * * *", CronFaultKind.Missing, CronField.Minute, 3)]
    [InlineData("1,,2 8 * * *", CronFaultKind.Missing, CronField.Minute, 3)]
    [InlineData("1, 8 * * *", CronFaultKind.Missing, CronField.Minute, 3)]
    [InlineData("*/ 8 * * *", CronFaultKind.Missing, CronField.Minute, 3)]
    [InlineData("*/0 8 * * *", CronFaultKind.WrongStep, CronField.Minute, 3)]
    [InlineData("*/60 8 * * *", CronFaultKind.WrongStep, CronField.Minute, 3)]
    [InlineData("*/x 8 * * *", CronFaultKind.WrongStep, CronField.Minute, 3)]
    [InlineData("1/2/3 8 * * *", CronFaultKind.WrongStep, CronField.Minute, 3)]
    [InlineData("0 17-8 * * *", CronFaultKind.Backwards, CronField.Hour, 3)]
    [InlineData("0 8 * * fri-mon", CronFaultKind.Backwards, CronField.DayOfWeek, 9)]
    [InlineData("0 8 * * 1-2-3", CronFaultKind.NotAValue, CronField.DayOfWeek, 11)]
    [InlineData("0 8 ** * *", CronFaultKind.NotAValue, CronField.DayOfMonth, 5)]
    [InlineData("0 8 31 2 *", CronFaultKind.NeverComes, CronField.DayOfMonth, 1)]
    [InlineData("0 8 30,31 feb *", CronFaultKind.NeverComes, CronField.DayOfMonth, 1)]
    [InlineData("0 8 １ * *", CronFaultKind.NotAValue, CronField.DayOfMonth, 5)]
    public void A_malformed_expression_is_told_with_its_kind_its_field_and_its_place(string? text, CronFaultKind kind, CronField field, int position)
    {
        Assert.False(CronExpression.TryParse(text, out var cron, out var fault));

        Assert.Null(cron);
        Assert.Equal((kind, field, position), (fault!.Kind, fault.Field, fault.Position));
    }

    [Fact]
    public void An_endless_expression_is_refused_before_it_is_read()
    {
        Assert.False(CronExpression.TryParse(new string('1', 1_000_000), out _, out var fault));

        Assert.Equal(CronFaultKind.TooLong, fault!.Kind);
        Assert.True(fault.Text.Length < 50);
    }

    [Fact]
    public void No_input_makes_the_parser_throw_and_what_it_takes_it_takes_again()
    {
        var pieces = Gen.Elements("*", "*/5", "0", "59", "7", "1-5", "mon", "jan-mar", "5-", ",", "/", " ", "  ", "x", "99", "-", "fri-sun", "31", "2", "\t");
        var texts = Gen.ArrayOf(pieces).Select(parts => string.Join(parts.Length % 2 == 0 ? " " : "", parts));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            if (!CronExpression.TryParse(text, out var cron, out var fault))
            {
                return fault is { Position: >= 1 } && fault.Position <= text.Length + 1;
            }

            return CronExpression.TryParse(cron!.Text, out var again, out _) && again == cron;
        }).QuickCheckThrowOnFailure();
    }
}
