package org.brood.mpm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a further MPM may rely on: it is one package that sees what is shared, and nothing sees it. */
class MpmArchitectureTest {
    private static final List<String> MPMS = List.of("prefork", "worker", "event", "virtual");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.brood.mpm");

    @Test
    void nothingSeesAnMpm() {
        for (String mpm : MPMS) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.brood.mpm." + mpm)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.brood.mpm." + mpm)
                    .check(classes);
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.brood.mpm.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void policiesTouchNoOperatingSystem() {
        noClasses()
                .that()
                .resideInAPackage("..policy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.brood.posix..", "java.lang.foreign..", "java.util.concurrent..")
                .check(classes);
    }

    @Test
    void noMpmHasHeardOfHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.brood.protocol..", "org.brood.api..", "org.brood.server..")
                .check(classes);
    }
}
