package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import marrow.cli.folder.Provenance;
import marrow.cli.option.ScenarioOptions;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Interruption;
import marrow.cli.terminal.RunProgress;
import marrow.cli.terminal.Terminal;
import marrow.journey.life.EndlessJourneyException;
import marrow.run.RefusedTruthException;
import marrow.scenario.Scenario;
import marrow.sweep.RefusedCellException;
import marrow.sweep.StuckCellException;

/** What surrounds the simulations of a command: progress, Ctrl-C, and what is said where they cannot be carried out. */
final class Undertaking {
    private final Scenario scenario;
    private final ScenarioOptions options;
    private final FolderOptions folder;
    private final PrintWriter err;

    Undertaking(Scenario scenario, ScenarioOptions options, FolderOptions folder, PrintWriter err) {
        this.scenario = scenario;
        this.options = options;
        this.folder = folder;
        this.err = err;
    }

    /** The simulations, and what is printed and written of them. */
    interface Work {
        /** Returns the exit code. */
        int carryOut(RunProgress progress, Interruption interruption)
                throws IOException, Provenance.OtherTrialsException;
    }

    int carryOut(Work work) {
        RunProgress progress = new RunProgress(err, options.quiet(), Terminal.writesOver());
        Interruption interruption = Interruption.watch();
        try {
            return work.carryOut(progress, interruption);
        } catch (Provenance.OtherTrialsException other) {
            return folder.refused(other, err);
        } catch (RefusedTruthException refused) {
            progress.done();
            err.println(refused.told(options.file()));
            return ExitCode.REFUSED;
        } catch (RefusedCellException refused) {
            progress.done();
            err.println(options.file() + ": " + refused.getMessage());
            return ExitCode.REFUSED;
        } catch (EndlessJourneyException caught) {
            progress.done();
            StuckPatient.tell(caught, scenario, options, err);
            return ExitCode.REFUSED;
        } catch (StuckCellException caught) {
            progress.done();
            ScenarioOptions there = options.with(caught.cell().values());
            there.read(err).ifPresent(scenarioThere -> StuckPatient.tell(caught.patient(), scenarioThere, there, err));
            return ExitCode.REFUSED;
        } catch (UncheckedIOException failed) {
            progress.done();
            return folder.unwritten(failed.getCause(), err);
        } catch (IOException failed) {
            progress.done();
            return folder.unwritten(failed, err);
        } finally {
            err.flush(); // once the hook knows that all is over, the process may end at any moment
            interruption.over();
        }
    }
}
