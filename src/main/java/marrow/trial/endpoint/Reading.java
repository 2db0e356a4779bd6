package marrow.trial.endpoint;

import java.util.List;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import marrow.journey.life.Sequel;

/** One number read off a life after it was lived. Days are patient time, 0 at entry. */
public sealed interface Reading {

    /** Reads the number off a patient who has just lived. */
    interface Reader {
        double of(Patient patient);
    }

    /** How the number is read off patients of this journey who watch for these sequels. */
    Reader in(CompiledJourney journey, List<Sequel> sequels);

    /** The marks that it looks at. */
    default List<String> marks() {
        return List.of();
    }

    /** The first day of a mark: NaN for never, negative before entry. */
    record FirstDay(String mark) implements Reading {
        @Override
        public List<String> marks() {
            return List.of(mark);
        }

        @Override
        public Reader in(CompiledJourney journey, List<Sequel> sequels) {
            int index = place(mark, journey.markNames(), "mark");
            return patient -> patient.firstDay(index);
        }
    }

    /** The first day of a mark after entry, or after another mark was set, which may both lie before; NaN for never. */
    record DayAfter(Sequel sequel) implements Reading {
        @Override
        public List<String> marks() {
            return sequel.from() == null ? List.of(sequel.mark()) : List.of(sequel.from(), sequel.mark());
        }

        @Override
        public Reader in(CompiledJourney journey, List<Sequel> sequels) {
            int index = sequels.indexOf(sequel);
            return patient -> patient.sequelDay(index);
        }
    }

    /** How often a mark was set until the horizon. */
    record Count(String mark) implements Reading {
        @Override
        public List<String> marks() {
            return List.of(mark);
        }

        @Override
        public Reader in(CompiledJourney journey, List<Sequel> sequels) {
            int index = place(mark, journey.markNames(), "mark");
            return patient -> patient.count(index);
        }
    }

    /** What was used until the horizon. */
    record Used(String account) implements Reading {
        @Override
        public Reader in(CompiledJourney journey, List<Sequel> sequels) {
            int index = place(account, journey.accountNames(), "account");
            return patient -> patient.account(index);
        }
    }

    /** In which state a track is, counted from 0 in its own order; meant for tracks that no clock moves. */
    record Band(String track) implements Reading {
        @Override
        public Reader in(CompiledJourney journey, List<Sequel> sequels) {
            int index = place(track, journey.trackNames(), "track");
            int first = journey.firstStateOf(index);
            return patient -> patient.state(index) - first;
        }
    }

    private static int place(String name, List<String> names, String what) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("there is no " + what + " " + name);
        }
        return place;
    }
}
