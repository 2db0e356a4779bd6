package marrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * At the start two threads initialise classes ({@code cli.Ahead}). If the initialiser of one class waited for another class whose initialiser waited for it, each thread
 * could hold one and wait for the other for ever. So it is in Marrow and in the libraries with which it reads. Followed are calls of known targets, also those in lambdas, whether they are made then or later.
 */
class InitialisersTest {
    private static final String[] READING = {
        "marrow",
        "org.snakeyaml.engine",
        "tools.jackson.core",
        "tools.jackson.dataformat.yaml",
        "org.apache.commons.math3",
        "org.apache.commons.rng",
        "picocli"
    };

    @Test
    void none_waits_for_one_that_waits_for_it() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(READING);
        Map<String, Set<String>> waits = waits(classes);
        for (String home : READING) {
            assertTrue(waits.keySet().stream().anyMatch(name -> name.startsWith(home)), home + " was not looked at");
        }
        assertEquals(Set.of(), inCircles(waits));
    }

    @Test
    void the_hen_waits_for_the_egg() {
        JavaClasses both = new ClassFileImporter().importClasses(Hen.class, Egg.class);
        assertEquals(Set.of(Hen.class.getName(), Egg.class.getName()), inCircles(waits(both)));
    }

    private static final class Hen {
        static final Object LAID = Egg.laid();
    }

    private static final class Egg {
        static final Object LAID_BY = Hen.LAID;

        static Object laid() {
            return LAID_BY;
        }
    }

    /** Of each class that has an initialiser, the others that it initialises. */
    private static Map<String, Set<String>> waits(JavaClasses classes) {
        Map<String, Set<String>> waits = new HashMap<>();
        for (JavaClass one : classes) {
            one.getStaticInitializer().ifPresent(initialiser -> {
                Set<String> others = new HashSet<>();
                follow(initialiser, others);
                one.getAllRawSuperclasses().forEach(above -> others.add(above.getName()));
                others.remove(one.getName());
                waits.put(one.getName(), others);
            });
        }
        waits.values().forEach(others -> others.retainAll(waits.keySet()));
        return waits;
    }

    private static void follow(JavaCodeUnit from, Set<String> initialised) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            JavaCodeUnit here = open.pop();
            if (seen.add(here)) {
                for (JavaAccess<?> access : here.getAccessesFromSelf()) {
                    Optional<? extends JavaMember> member = access.getTarget().resolveMember();
                    member.filter(InitialisersTest::initialises).ifPresent(of -> {
                        initialised.add(of.getOwner().getName());
                        of.getOwner().getAllRawSuperclasses().forEach(above -> initialised.add(above.getName()));
                    });
                    member.filter(JavaCodeUnit.class::isInstance)
                            .map(JavaCodeUnit.class::cast)
                            .ifPresent(open::push);
                }
            }
        }
    }

    private static boolean initialises(JavaMember member) {
        return member instanceof JavaConstructor || member.getModifiers().contains(JavaModifier.STATIC);
    }

    /** Those from which one comes back to them. */
    private static Set<String> inCircles(Map<String, Set<String>> waits) {
        Set<String> circular = new TreeSet<>();
        for (String start : waits.keySet()) {
            Set<String> reached = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(waits.get(start));
            while (!open.isEmpty()) {
                String here = open.pop();
                if (reached.add(here)) {
                    open.addAll(waits.get(here));
                }
            }
            if (reached.contains(start)) {
                circular.add(start);
            }
        }
        return circular;
    }
}
