package marrow.look;

/** The monitor of a rule whose looks are planned, and which judges at the end as it does before. */
abstract class Scheduled implements Rule.Monitor {
    private final Schedule.Days days;

    Scheduled(Schedule.Days days) {
        this.days = days;
    }

    /** @param last whether the trial has come to its own end */
    abstract Verdict judge(Minutes minutes, boolean last);

    @Override
    public void begin() {
        days.begin();
    }

    @Override
    public int next() {
        return days.next();
    }

    @Override
    public double day() {
        return days.day();
    }

    @Override
    public double pausesAfter() {
        return days.pausesAfter();
    }

    @Override
    public Verdict look(Minutes minutes) {
        days.step();
        return judge(minutes, false);
    }

    @Override
    public void skip() {
        days.step();
    }

    @Override
    public Verdict conclude(Minutes minutes) {
        return judge(minutes, true);
    }
}
