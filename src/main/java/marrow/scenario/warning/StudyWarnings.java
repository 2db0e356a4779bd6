package marrow.scenario.warning;

import marrow.design.Reach;
import marrow.design.Study;
import marrow.journey.life.EndlessJourneyException;
import marrow.scenario.text.Places;
import marrow.scenario.text.Problems;

/** All doubts about a study. */
public final class StudyWarnings {
    private StudyWarnings() {}

    public static void of(Study study, Places places, Problems problems) {
        new OpenWindows(study, places, problems).warn();
        new EarlyWindows(study, places, problems).warn();
        DeathMark.warnOfLoss(study, places, problems);
        try {
            ofFirstTrials(study, places, problems);
        } catch (EndlessJourneyException caught) {
            return; // a run tells who is caught, and where to see it
        }
    }

    /** What is seen only in trials that take place. */
    private static void ofFirstTrials(Study study, Places places, Problems problems) {
        Reach reach = new Reach(study.plan());
        new FollowedLandmarks(study, reach, places, problems).warn();
        new EndOfFollowUp(study, reach, places, problems).warn();
        DeathMark.warnOfEndpoints(study, places, problems);
        new IdleLooks(study, places, problems).warn();
    }
}
