package marrow.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of Marrow that runs, as its jar declares it. Classes outside a jar have none. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String declared = Version.class.getPackage().getImplementationVersion();
        String version = declared == null ? "(not packaged)" : declared;
        return new String[] {"marrow " + version + ", Java " + Runtime.version()};
    }
}
