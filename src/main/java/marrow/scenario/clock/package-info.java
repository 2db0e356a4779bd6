/**
 * Clocks, and the courses of drugs that bring clocks of their own. They are read as drafts ({@link marrow.scenario.clock.ClockDraft},
 * {@link marrow.scenario.clock.CourseDraft}), since a hazard may have to wait for those beside it.
 */
package marrow.scenario.clock;
