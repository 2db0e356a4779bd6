package marrow.cli.terminal;

import picocli.CommandLine.IVersionProvider;

/** The version of Marrow that runs, as its jar declares it. Classes outside a jar have none. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"marrow " + number() + ", Java " + Runtime.version()};
    }

    /** The version alone. */
    public static String number() {
        String declared = Version.class.getPackage().getImplementationVersion();
        return declared == null ? "(not packaged)" : declared;
    }
}
